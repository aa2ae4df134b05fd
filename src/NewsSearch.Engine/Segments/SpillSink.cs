using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>A section that is made while another one is being written: in memory, and beyond some megabytes in a file beside the segment.</summary>
/// <remarks>The file goes with Dispose; one that a crash leaves behind is deleted by the next writer (FORMAT.md, "The index folder").</remarks>
/// <param name="directory">Where to.</param>
/// <param name="name">The file's name, <see cref="Suffix"/> included.</param>
/// <param name="keptBytes">Memory to take.</param>
internal sealed class SpillSink(IndexDirectory directory, string name, int keptBytes = 8 << 20) : ByteSink, IDisposable
{
    public const string Suffix = ".tmp";
    private readonly MemorySink _kept = new();
    private IndexFile? _file;

    public override long Position => _kept.Position + (_file?.Position ?? 0);

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        _kept.Write(bytes);
        if (_kept.Position < keptBytes) return;
        _kept.CopyTo(new FileSink(_file ??= directory.Create(name)));
        _kept.Clear();
    }

    public void CopyTo(ByteSink sink)
    {
        if (_file is not null)
        {
            var file = directory.Map(name);
            new ByteRegion(file, 0, file.ByteLength).CopyTo(sink);
            file.Release();
        }

        _kept.CopyTo(sink);
    }

    public void Dispose()
    {
        if (_file is null) return;
        _file.Dispose();
        directory.Delete(name);
    }

    private sealed class FileSink(IndexFile file) : ByteSink
    {
        public override long Position => file.Position;

        public override void Write(ReadOnlySpan<byte> bytes) => file.Write(bytes);
    }
}
