using System.Buffers.Binary;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Postings;

/// <summary>Block -> its last document, where it ends, its impacts, the positions before it; FORMAT.md, "postings". Nothing is decoded ahead.</summary>
/// <param name="Entries">The skip entries.</param>
/// <param name="Impacts">The impacts.</param>
/// <param name="BlockCount">Blocks.</param>
internal readonly record struct SkipTable(ByteRegion Entries, ByteRegion Impacts, int BlockCount)
{
    public DocId LastDoc(int block) => (DocId)Word(block, 0);

    /// <summary>End of a block; 0 for the one before the first.</summary>
    public long End(int block) => block < 0 ? 0 : Word(block, 1);

    /// <summary>Positions up to the end of a block; 0 for the one before the first.</summary>
    public long PositionsUpTo(int block) => block < 0 ? 0 : Word(block, 3);

    /// <summary>The first block from <paramref name="from"/> on whose last document is not before target; BlockCount where there is none.</summary>
    public int Find(int from, DocId target)
    {
        // Nearby blocks first, ever further: most seeks are short.
        int low = from, step = 1;
        while (low + step < BlockCount && LastDoc(low + step - 1) < target) (low, step) = (low + step, 2 * step);
        var high = Math.Min(low + step, BlockCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (LastDoc(middle) < target) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The impacts of a block and source.</summary>
    public ImpactPairs ImpactsOf(int block, int source)
    {
        var start = block == 0 ? 0 : Word(block - 1, 2);
        var pairs = new ImpactPairs(Impacts.Span(start, (int)(Word(block, 2) - start)));
        for (var at = 0; at < source; at++) pairs.SkipSource();
        return pairs.Enter();
    }

    private uint Word(int block, int word) => BinaryPrimitives.ReadUInt32LittleEndian(Entries.Span(((long)block * PostingsFormat.SkipEntryBytes) + (4 * word), 4));
}

/// <summary>Walks the pairs (length code, frequency) of one block and source.</summary>
internal ref struct ImpactPairs(ReadOnlySpan<byte> bytes)
{
    private ByteReader _bytes = new(bytes);
    private int _left;

    public byte LengthCode { get; private set; }

    public int Frequency { get; private set; }

    public bool MoveNext()
    {
        if (_left <= 0) return false;
        _left--;
        LengthCode = _bytes.ReadByte();
        Frequency = _bytes.ReadVarInt();
        return true;
    }

    internal void SkipSource()
    {
        for (_left = _bytes.ReadVarInt(); MoveNext();) { }
    }

    internal ImpactPairs Enter()
    {
        _left = _bytes.ReadVarInt();
        return this;
    }
}
