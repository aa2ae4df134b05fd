namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>A stream seen through a window that grows to hold one line or record, and slides on.</summary>
/// <remarks>Invariant: <see cref="Bytes"/> are the bytes read but not yet passed; memory stays within twice the longest piece asked for.</remarks>
internal sealed class ByteWindow(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Where in the stream the window begins.</summary>
    public long Offset { get; private set; }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Reads more bytes into the window; false at the stream's end.</summary>
    public bool Grow()
    {
        if (_start > 0 && (_end == _buffer.Length || _start == _end))
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }

    /// <summary>Reads on to the end of a line.</summary>
    /// <param name="most">Longer lines are not read on.</param>
    /// <returns>The first line's length without its line feed; -1 where none ends before the stream does, or before it is too long.</returns>
    public int LineLength(int most)
    {
        for (var searched = 0; ;)
        {
            var feed = Bytes[searched..].IndexOf((byte)'\n');
            if (feed >= 0) return searched + feed;
            searched = Bytes.Length;
            if (searched > most || !Grow()) return -1;
        }
    }

    /// <summary>Passes over bytes. Requires: count is at most the window's length.</summary>
    public void Pass(int count)
    {
        _start += count;
        Offset += count;
    }
}
