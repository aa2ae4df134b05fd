using System.IO.Compression;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Stored;

/// <summary>Bodies of some documents that follow one another, compressed.</summary>
/// <param name="DocCount">Documents.</param>
/// <param name="ByteLength">Bytes when unpacked.</param>
/// <param name="Compressed">The block as it lies in the file.</param>
internal readonly record struct BodyBlock(int DocCount, int ByteLength, byte[] Compressed);

/// <summary>Bodies, document after document -> blocks of whole documents.</summary>
internal sealed class BodyPacker
{
    private readonly ByteBuffer _block = new();
    private byte[] _compressed = [];
    private int _docCount;

    /// <summary>Adds a document; gives a block where that is full.</summary>
    public BodyBlock? Add(ReadOnlySpan<byte> record)
    {
        _block.WriteVarInt(record.Length);
        _block.Write(record);
        _docCount++;
        return _block.Length >= StoredFormat.BlockBytes ? Finish() : null;
    }

    /// <summary>The documents that are in no block yet; null where there are none.</summary>
    public BodyBlock? Finish()
    {
        if (_docCount == 0) return null;
        var most = BrotliEncoder.GetMaxCompressedLength(_block.Length);
        if (_compressed.Length < most) _compressed = new byte[most];
        if (!BrotliEncoder.TryCompress(_block.Written, _compressed, out var length, StoredFormat.BrotliQuality, StoredFormat.BrotliWindow))
            throw new System.Diagnostics.UnreachableException("The output of a compression was sized too small.");
        var block = new BodyBlock(_docCount, _block.Length, _compressed.AsSpan(0, length).ToArray());
        _block.Clear();
        _docCount = 0;
        return block;
    }
}
