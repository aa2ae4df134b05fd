using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Stored;

/// <summary>Heads, document after document -> the head section: records, then their ends.</summary>
internal sealed class HeadWriter(ByteSink sink)
{
    private readonly ByteBuffer _ends = new();

    public void Add(ReadOnlySpan<byte> record)
    {
        sink.Write(record);
        _ends.WriteUInt64((ulong)sink.Position);
    }

    public void Finish() => sink.Write(_ends.Written);
}

/// <summary>Bodies, document after document -> the body section: compressed blocks of whole documents, then their table.</summary>
internal sealed class BodyWriter(ByteSink sink)
{
    private readonly BodyPacker _packer = new();
    private readonly ByteBuffer _table = new();
    private int _blockCount;
    private int _firstDoc;

    public void Add(ReadOnlySpan<byte> record)
    {
        if (_packer.Add(record) is { } block) Write(block);
    }

    /// <summary>Adds documents that were packed before. The block before them may stay short.</summary>
    public void Add(BodyBlock block)
    {
        Flush();
        Write(block);
    }

    /// <summary>Adds a block of another section as it lies there. The block before may stay short. Gives its length there.</summary>
    public int Copy(StoredReader from, int block)
    {
        Flush();
        var compressed = from.Compressed(block, out var byteLength);
        var (first, end) = from.Documents(block);
        Write(compressed, byteLength, end - first);
        return compressed.Length;
    }

    public void Finish()
    {
        Flush();
        _table.WriteUInt32((uint)_blockCount);
        sink.Write(_table.Written);
    }

    private void Flush()
    {
        if (_packer.Finish() is { } block) Write(block);
    }

    private void Write(BodyBlock block) => Write(block.Compressed, (uint)block.ByteLength, block.DocCount);

    private void Write(ReadOnlySpan<byte> compressed, uint byteLength, int docCount)
    {
        _table.WriteUInt32((uint)_firstDoc);
        _table.WriteUInt32(byteLength);
        _table.WriteUInt64((ulong)sink.Position);
        sink.Write(compressed);
        _blockCount++;
        _firstDoc += docCount;
    }
}
