namespace NewsSearch.Engine.Bits;

/// <summary>A sink in memory, for sections that are made while another one is being written.</summary>
internal sealed class MemorySink : ByteSink
{
    private const int ChunkBytes = 1 << 16; // below the size at which memory is only reclaimed late

    private readonly List<byte[]> _chunks = [];
    private long _position;

    public override long Position => _position;

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var (chunk, at) = Math.DivRem(_position, ChunkBytes);
            if (chunk == _chunks.Count) _chunks.Add(new byte[ChunkBytes]);
            var part = bytes[..(int)Math.Min(bytes.Length, ChunkBytes - at)];
            part.CopyTo(_chunks[(int)chunk].AsSpan((int)at));
            bytes = bytes[part.Length..];
            _position += part.Length;
        }
    }

    public void CopyTo(ByteSink sink)
    {
        var rest = _position;
        foreach (var chunk in _chunks)
        {
            if (rest <= 0) break;
            sink.Write(chunk.AsSpan(0, (int)Math.Min(rest, ChunkBytes)));
            rest -= ChunkBytes;
        }
    }

    /// <summary>Begins anew in the same memory.</summary>
    public void Clear() => _position = 0;
}
