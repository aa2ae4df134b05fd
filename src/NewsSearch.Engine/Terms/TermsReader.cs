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

    /// <summary>Where block <paramref name="block"/> lies.</summary>
    internal (long Start, int ByteLength) BlockRange(int block)
    {
        var start = BlockOffset(block);
        var end = block + 1 < _blockCount ? BlockOffset(block + 1) : _blocksLength;
        if (start < 0 || end < start || end > _blocksLength || end - start > int.MaxValue) throw Damaged(start);
        return (start, (int)(end - start));
    }

    internal ReadOnlySpan<byte> Bytes(long start, int byteLength) => _region.Span(start, byteLength);

    /// <summary>The last block whose first term is not after <paramref name="term"/>; -1 where every term is after it.</summary>
    internal int FindBlock(ReadOnlySpan<byte> term) => FindBlock(term, 0, _blockCount - 1);

    /// <summary>The same, by growing strides. Requires: the first term of block <paramref name="from"/> is not after the term.</summary>
    internal int FindBlock(ReadOnlySpan<byte> term, int from)
    {
        var low = from + 1;
        for (var stride = 1; low < _blockCount; stride *= 2)
        {
            var probe = (int)Math.Min((long)low + stride, _blockCount) - 1;
            if (FirstTerm(probe).SequenceCompareTo(term) > 0) return FindBlock(term, low, probe - 1);
            low = probe + 1;
        }

        return low - 1;
    }

    private int FindBlock(ReadOnlySpan<byte> term, int low, int high)
    {
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
        var start = BlockOffset(block);
        if ((ulong)start >= (ulong)_blocksLength) throw Damaged(start);

        // Its own length bounds it, not the block's end, which would be one more look at the offsets.
        var bytes = _region.Span(start, (int)Math.Min(_blocksLength - start, TermsFormat.MaxTermBytes + 5));
        if (bytes[0] < 0x80 && bytes[0] < bytes.Length) return bytes.Slice(1, bytes[0]);
        try
        {
            var reader = new ByteReader(bytes);
            return reader.Read(reader.ReadVarInt());
        }
        catch (EndOfStreamException)
        {
            throw Damaged(start);
        }
    }

    private long BlockOffset(int block) => BinaryPrimitives.ReadInt64LittleEndian(_region.Span(_blocksLength + (8L * block), 8));
}
