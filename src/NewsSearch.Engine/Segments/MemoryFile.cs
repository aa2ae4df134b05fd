using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>A file that is written into memory: a segment that is merged into another one before it would ever reach the disk.</summary>
internal sealed class MemoryFile : IndexFile
{
    private ByteBuffer _bytes = new(1 << 16);

    /// <summary>Ends the writing; whoever maps it owns the bytes.</summary>
    public MappedFile Map(string path)
    {
        var file = MappedFile.Over(path, _bytes.Written.ToArray());
        _bytes = new ByteBuffer();
        return file;
    }

    public override void Flush()
    {
        // Nothing here would survive a power cut, and nothing has to.
    }

    public override void Dispose()
    {
    }

    protected override void Append(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);
}
