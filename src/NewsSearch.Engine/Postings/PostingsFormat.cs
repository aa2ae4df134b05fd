using NewsSearch.Engine.Documents;


namespace NewsSearch.Engine.Postings;

/// <summary>Constants of posting lists; FORMAT.md, "postings" and "positions".</summary>
internal static class PostingsFormat
{
    /// <summary>Postings in a block: <see cref="Bits.Packing.BitPacking.BlockSize"/>.</summary>
    public const int BlockSize = Bits.Packing.BitPacking.BlockSize;

    /// <summary>Marks a block whose documents are a bitmap; the other bits count its words.</summary>
    public const int BitmapFlag = 0x80;

    /// <summary>Most words of a bitmap.</summary>
    public const int MaxBitmapWords = 40;

    /// <summary>From so many postings on a tail is packed: 4 times as fast to read, and smaller. Below, its two heads would cost more.</summary>
    public const int PackedTail = 16;

    /// <summary>Where a cursor stands after its last document. Larger than any document.</summary>
    public const DocId NoMoreDocs = int.MaxValue;

    /// <summary>A bitmap is read many times as fast as gaps and may cost a little more: up to 8 bytes for 5.</summary>
    public static bool PrefersBitmap(int bitmapWords, int packedBytes) => bitmapWords <= MaxBitmapWords && 5 * 8 * bitmapWords <= 8 * packedBytes;
}

/// <summary>What the postings of a list hold beside documents.</summary>
/// <param name="SourceCount">Texts with a frequency each: 0 (documents alone), 1 or 2.</param>
/// <param name="HasPositions">Whether positions follow; only with one source.</param>
internal readonly record struct PostingsShape(int SourceCount, bool HasPositions)
{
    /// <summary>Of keyword values.</summary>
    public static PostingsShape Keyword => new(0, false);

    public static PostingsShape Of(TermList list) => new(list.Texts.Count, list.HasPositions);

    /// <summary>Where the bounds stand in a skip entry: behind last document, end of block and positions (u32 each).</summary>
    public int BoundsOffset => HasPositions ? 12 : 8;

    /// <summary>Bytes of a skip entry: a bound for each source.</summary>
    public int SkipEntryBytes => BoundsOffset + (2 * SourceCount);
}
