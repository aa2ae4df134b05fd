namespace NewsSearch.Ingest.Readers;

/// <summary>One file to read.</summary>
/// <param name="Path">The path to open, as the caller's source leads to it.</param>
/// <param name="Name">The same without what lies above the caller's source: what an article keeps as its source.</param>
/// <param name="ByteLength">Length as stored; 0 where it cannot be told.</param>
internal sealed record SourceFile(string Path, string Name, long ByteLength)
{
    /// <summary>When it was last written to, UTC; the first day of the year 1 where it cannot be told.</summary>
    public DateTime Modified { get; init; }
}
