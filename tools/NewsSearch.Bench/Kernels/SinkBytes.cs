using NewsSearch.Engine.Bits;

namespace NewsSearch.Bench.Kernels;

/// <summary>What is written, in memory.</summary>
internal sealed class SinkBytes : ByteSink
{
    private readonly List<byte> _bytes = [];

    public override long Position => _bytes.Count;

    public override void Write(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    public byte[] ToArray() => [.. _bytes];
}
