using System.Buffers.Binary;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Postings;

/// <summary>Block -> its last document, where it ends, the positions before it, its bounds; FORMAT.md, "postings". Nothing is decoded ahead.</summary>
/// <param name="Entries">The skip entries.</param>
/// <param name="Shape">Of the list.</param>
/// <param name="BlockCount">Blocks.</param>
internal readonly record struct SkipTable(ByteRegion Entries, PostingsShape Shape, int BlockCount)
{
    public DocId LastDoc(int block) => (DocId)Word(block, 0);

    /// <summary>Where a block lies, and which documents it lies between.</summary>
    public BlockPlace Place(int block)
    {
        var size = Shape.SkipEntryBytes;
        if (block == 0) return new BlockPlace(0, Word(0, 4), -1, LastDoc(0));
        var two = Entries.Span((long)(block - 1) * size, size + 8);
        return new BlockPlace(
            BinaryPrimitives.ReadUInt32LittleEndian(two[4..]), BinaryPrimitives.ReadUInt32LittleEndian(two[(size + 4)..]),
            BinaryPrimitives.ReadInt32LittleEndian(two), BinaryPrimitives.ReadInt32LittleEndian(two[size..]));
    }

    /// <summary>End of a block; 0 for the one before the first.</summary>
    public long End(int block) => block < 0 ? 0 : Word(block, 4);

    /// <summary>Positions up to the end of a block; 0 for the one before the first.</summary>
    public long PositionsUpTo(int block) => block < 0 ? 0 : Word(block, 8);

    /// <summary>What no posting of a block weighs beyond in a source; see <see cref="BlockBound"/>.</summary>
    public float BoundOf(int block, int source) =>
        RoundedUp.Decode(BinaryPrimitives.ReadUInt16LittleEndian(Entries.Span(((long)block * Shape.SkipEntryBytes) + Shape.BoundsOffset + (2 * source), 2)));

    /// <summary>The first block from <paramref name="from"/> on whose last document is not before target; BlockCount where there is none.</summary>
    public int Find(int from, DocId target)
    {
        var entries = Entries.Span(0, BlockCount * Shape.SkipEntryBytes);
        var size = Shape.SkipEntryBytes;

        // Nearby blocks first, ever further: most seeks are short.
        int low = from, step = 1;
        while (low + step < BlockCount && Last(entries, low + step - 1) < target) (low, step) = (low + step, 2 * step);
        var high = Math.Min(low + step, BlockCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Last(entries, middle) < target) low = middle + 1;
            else high = middle;
        }

        return low;

        DocId Last(ReadOnlySpan<byte> of, int block) => BinaryPrimitives.ReadInt32LittleEndian(of[(block * size)..]);
    }

    private uint Word(int block, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Entries.Span(((long)block * Shape.SkipEntryBytes) + offset, 4));
}

/// <summary>A block of postings in its record.</summary>
/// <param name="Start">Of its bytes.</param>
/// <param name="End">Of its bytes.</param>
/// <param name="PreviousDoc">The last document before it; -1 for none.</param>
/// <param name="LastDoc">Its last document.</param>
internal readonly record struct BlockPlace(long Start, long End, DocId PreviousDoc, DocId LastDoc);
