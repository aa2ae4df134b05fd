using System.Buffers.Binary;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Terms;

/// <summary>Term -> <see cref="TermEntry"/> and ordinal, over one mapped term dictionary. Opening reads the trailer alone.</summary>
/// <remarks>Thread-safe; state lives in the cursors it hands out.</remarks>
internal sealed class TermsReader
{
    private readonly ByteRegion _region;
    private readonly long _blocksLength;
    private readonly int _blockCount;

    public TermsReader(ByteRegion region)
    {
        _region = region;
        var trailer = new ByteReader(region.Span(region.ByteLength - TermsFormat.TrailerBytes, TermsFormat.TrailerBytes));
        TermCount = (int)trailer.ReadUInt32();
        _blockCount = (int)trailer.ReadUInt32();
        _blocksLength = (long)trailer.ReadUInt64();
        var expected = ((long)TermCount + TermsFormat.BlockSize - 1) / TermsFormat.BlockSize;
        if (TermCount < 0 || _blockCount != expected || _blocksLength < 0 || _blocksLength + (8L * _blockCount) + TermsFormat.TrailerBytes != region.ByteLength)
            throw region.Error(region.ByteLength - TermsFormat.TrailerBytes, "the trailer of the term dictionary does not fit its length");
    }

    public int TermCount { get; }

    public int BlockCount => _blockCount;

    /// <summary>A cursor before the first term.</summary>
    public TermCursor Cursor() => new(this);

    /// <summary>The entry of a term, if the dictionary has it.</summary>
    public bool TryFind(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        var cursor = Cursor();
        var found = cursor.SeekCeiling(term) && cursor.Term.SequenceEqual(term);
        entry = found ? cursor.Entry : default;
        return found;
    }

    /// <summary>The bytes of block <paramref name="block"/>, up to the end of the blocks.</summary>
    internal ReadOnlySpan<byte> Block(int block)
    {
        var start = BlockOffset(block);
        var end = block + 1 < _blockCount ? BlockOffset(block + 1) : _blocksLength;
        if (start < 0 || end < start || end > _blocksLength || end - start > int.MaxValue) throw Damaged(start);
        return _region.Span(start, (int)(end - start));
    }

    /// <summary>The last block whose first term is not after <paramref name="term"/>; -1 where every term is after it.</summary>
    internal int FindBlock(ReadOnlySpan<byte> term)
    {
        int low = 0, high = _blockCount - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (FirstTerm(middle).SequenceCompareTo(term) <= 0) low = middle + 1;
            else high = middle - 1;
        }

        return high;
    }

    internal IndexFormatException Damaged(long offset) => _region.Error(Math.Max(0, offset), "the term dictionary is damaged");

    private ReadOnlySpan<byte> FirstTerm(int block)
    {
        try
        {
            var bytes = new ByteReader(Block(block));
            return bytes.Read(bytes.ReadVarInt());
        }
        catch (EndOfStreamException)
        {
            throw Damaged(BlockOffset(block));
        }
    }

    private long BlockOffset(int block) => BinaryPrimitives.ReadInt64LittleEndian(_region.Span(_blocksLength + (8L * block), 8));
}
