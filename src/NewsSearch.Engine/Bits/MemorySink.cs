namespace NewsSearch.Engine.Bits;

/// <summary>A sink in memory, for sections that are made while another one is being written.</summary>
internal sealed class MemorySink : ByteSink
{
    private const int ChunkBytes = 1 << 20;

    private readonly List<byte[]> _chunks = [];
    private long _position;

    public override long Position => _position;

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = (int)(_position % ChunkBytes);
            if (at == 0) _chunks.Add(new byte[ChunkBytes]);
            var part = bytes[..Math.Min(bytes.Length, ChunkBytes - at)];
            part.CopyTo(_chunks[^1].AsSpan(at));
            bytes = bytes[part.Length..];
            _position += part.Length;
        }
    }

    public void CopyTo(ByteSink sink)
    {
        var rest = _position;
        foreach (var chunk in _chunks)
        {
            sink.Write(chunk.AsSpan(0, (int)Math.Min(rest, ChunkBytes)));
            rest -= ChunkBytes;
        }
    }
}
