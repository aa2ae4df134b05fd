namespace NewsSearch.Engine.Terms;

/// <summary>Constants of a term dictionary; FORMAT.md, "terms".</summary>
internal static class TermsFormat
{
    /// <summary>Terms a block holds (the last may hold fewer), so that a term's ordinal names its block. Taste: short linear scans, small index.</summary>
    public const int BlockSize = 16;

    /// <summary>Longest term, in bytes. The analyzer cuts far earlier; keyword values are cut by the writer.</summary>
    public const int MaxTermBytes = 32 * 1024;

    /// <summary>Bytes of the trailer: term count, block count (u32 each), length of the blocks (u64).</summary>
    public const int TrailerBytes = 16;
}

/// <summary>What the dictionary knows of a term.</summary>
/// <param name="DocCount">Documents that have it, deleted ones included.</param>
/// <param name="Postings">Offset of its record in the postings section.</param>
/// <param name="Positions">Offset of its record in the positions section; 0 in lists without positions.</param>
internal readonly record struct TermEntry(int DocCount, long Postings, long Positions);
