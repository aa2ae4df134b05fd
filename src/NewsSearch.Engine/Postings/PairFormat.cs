namespace NewsSearch.Engine.Postings;

/// <summary>Constants of the pairs of frequent words; FORMAT.md, "pairs".</summary>
internal static class PairFormat
{
    /// <summary>Most words that are paired: as many as a machine word has bits.</summary>
    public const int MaxWords = 64;

    /// <summary>Documents that a word must be in at least, and one in how many of all.</summary>
    public const int LeastDocs = 32;

    /// <summary>A word must be in one document of so many.</summary>
    public const int OneIn = 8;

    /// <summary>Bytes of an entry: documents (u32), postings and positions offsets (u64 each).</summary>
    public const int EntryBytes = 20;
}
