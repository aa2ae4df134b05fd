using System.IO.Compression;
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
    private readonly ByteBuffer _block = new();
    private readonly ByteBuffer _table = new();
    private byte[] _compressed = [];
    private int _blockCount;
    private int _docCount;
    private int _firstDoc;

    public void Add(ReadOnlySpan<byte> record)
    {
        _block.WriteVarInt(record.Length);
        _block.Write(record);
        _docCount++;
        if (_block.Length >= StoredFormat.BlockBytes) Flush();
    }

    /// <summary>Adds all documents of another section, block by block as they lie there. The block before may stay short.</summary>
    public void Copy(StoredReader from)
    {
        if (_block.Length > 0) Flush();
        for (var block = 0; block < from.BlockCount; block++)
        {
            var compressed = from.Compressed(block, out var byteLength);
            var (first, end) = from.Documents(block);
            _docCount += end - first;
            WriteBlock(compressed, byteLength);
        }
    }

    public void Finish()
    {
        if (_block.Length > 0) Flush();
        _table.WriteUInt32((uint)_blockCount);
        sink.Write(_table.Written);
    }

    private void Flush()
    {
        var most = BrotliEncoder.GetMaxCompressedLength(_block.Length);
        if (_compressed.Length < most) _compressed = new byte[most];
        if (!BrotliEncoder.TryCompress(_block.Written, _compressed, out var length, StoredFormat.BrotliQuality, StoredFormat.BrotliWindow))
            throw new System.Diagnostics.UnreachableException("The output of a compression was sized too small.");
        WriteBlock(_compressed.AsSpan(0, length), (uint)_block.Length);
        _block.Clear();
    }

    private void WriteBlock(ReadOnlySpan<byte> compressed, uint byteLength)
    {
        _table.WriteUInt32((uint)_firstDoc);
        _table.WriteUInt32(byteLength);
        _table.WriteUInt64((ulong)sink.Position);
        sink.Write(compressed);
        _blockCount++;
        _firstDoc = _docCount;
    }
}
