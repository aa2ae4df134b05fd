namespace NewsSearch.Engine.Postings;

/// <summary>Constants of posting lists; FORMAT.md, "postings" and "positions".</summary>
internal static class PostingsFormat
{
    /// <summary>Postings in a block: <see cref="Bits.BitPacking.BlockSize"/>.</summary>
    public const int BlockSize = Bits.BitPacking.BlockSize;

    /// <summary>Bytes of a skip entry: last document, ends of block, impacts and positions (u32 each).</summary>
    public const int SkipEntryBytes = 16;

    /// <summary>Where a cursor stands after its last document. Larger than any document.</summary>
    public const DocId NoMoreDocs = int.MaxValue;
}

/// <summary>What the postings of a list hold beside documents.</summary>
/// <param name="SourceCount">Texts with a frequency each: 0 (documents alone), 1 or 2.</param>
/// <param name="HasPositions">Whether positions follow; only with one source.</param>
internal readonly record struct PostingsShape(int SourceCount, bool HasPositions);
