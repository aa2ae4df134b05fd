namespace NewsSearch.Bench.Peer;

/// <summary>A file -> its lines as bytes. Reads in large pieces; a line is valid until the next call.</summary>
internal sealed class DocumentLines(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    private byte[] _buffer = new byte[1 << 18];
    private int _at;
    private int _end;

    /// <summary>The next line without its end; false at the end of the file. A line break at the end of the file begins no line.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            var length = rest[searched..].IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = rest[..(searched + length)];
                _at += line.Length + 1;
                return true;
            }

            searched = rest.Length;
            if (Fill()) continue;
            line = rest;
            _at = _end;
            return line.Length > 0;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Reads more behind what is not taken yet.</summary>
    private bool Fill()
    {
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = _file.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
