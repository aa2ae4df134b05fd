using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Tests.Bits;

/// <summary>What was written to a sink, as a section to read.</summary>
internal static class MemoryRegion
{
    public static ByteRegion Of(MemorySink sink)
    {
        var bytes = new Collector();
        sink.CopyTo(bytes);
        return Of([.. bytes.Bytes]);
    }

    public static ByteRegion Of(byte[] bytes)
    {
        var file = MappedFile.Over("memory", bytes);
        return new ByteRegion(file, 0, bytes.Length);
    }

    private sealed class Collector : ByteSink
    {
        public List<byte> Bytes { get; } = [];

        public override long Position => Bytes.Count;

        public override void Write(ReadOnlySpan<byte> bytes) => Bytes.AddRange(bytes);
    }
}
