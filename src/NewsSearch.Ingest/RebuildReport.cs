using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest;

/// <summary>What a rebuild did.</summary>
/// <param name="Articles">Articles in the new index.</param>
/// <param name="Rejected">Rejections; each was told as it came.</param>
/// <param name="Repeated">Articles that came again with the same text and are counted once.</param>
/// <param name="Renamed">Articles whose id another text had, kept under a new id.</param>
/// <param name="RepeatedIds">The first of both, at most 1,000.</param>
/// <param name="Outlets">The most frequent outlets, <c>(none)</c> among them.</param>
/// <param name="Years">The most frequent years, <c>(none)</c> among them.</param>
public sealed record RebuildReport(
    long Articles, long Rejected, long Repeated, long Renamed, IReadOnlyList<RepeatedId> RepeatedIds,
    IReadOnlyList<KeyValuePair<string, long>> Outlets, IReadOnlyList<KeyValuePair<string, long>> Years)
{
    /// <summary>What was read, by format.</summary>
    public IngestCounts Counts { get; init; } = new();
}

/// <summary>What a rebuild is at.</summary>
public enum RebuildStage
{
    /// <summary>Sources to clean articles; measured in bytes of the sources.</summary>
    Extract,

    /// <summary>What repeats across the archive; measured in articles.</summary>
    Learn,

    /// <summary>Articles into the new index; measured in articles.</summary>
    Index,

    /// <summary>Making the new index durable and switching to it.</summary>
    Commit,
}

/// <summary>How far a rebuild has come.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Done">How much of the stage is done, in the stage's measure.</param>
/// <param name="Total">The whole of it.</param>
/// <param name="Articles">Articles made or indexed in this stage.</param>
/// <param name="Rejected">Rejections so far.</param>
public sealed record RebuildProgress(RebuildStage Stage, long Done, long Total, long Articles, long Rejected);
