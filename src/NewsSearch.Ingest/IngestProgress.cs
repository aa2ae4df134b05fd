namespace NewsSearch.Ingest;

/// <summary>How far a run has come.</summary>
/// <param name="Articles">Articles made.</param>
/// <param name="Rejected">Rejections so far.</param>
/// <param name="Bytes">Bytes of the source files read, as stored.</param>
/// <param name="TotalBytes">Bytes of all source files, as stored.</param>
public sealed record IngestProgress(long Articles, long Rejected, long Bytes, long TotalBytes)
{
    /// <summary>Articles that were made before an interruption.</summary>
    public long ArticlesBefore { get; init; }

    /// <summary>Bytes that were read before an interruption.</summary>
    public long BytesBefore { get; init; }
}
