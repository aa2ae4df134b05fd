namespace NewsSearch.Ingest;

/// <summary>What a rebuild did.</summary>
/// <param name="Articles">Articles in the new index.</param>
/// <param name="Rejected">Rejections; each was told as it came.</param>
/// <param name="Repetitions">Ids that came more than once.</param>
/// <param name="Outlets">The most frequent outlets, <c>(none)</c> among them.</param>
/// <param name="Years">All years, <c>(none)</c> among them.</param>
/// <param name="OutletCount">How many outlets there are.</param>
/// <param name="Boilerplate">Paragraphs learned to be boilerplate of an outlet.</param>
/// <param name="BoilerplateRemoved">How often these were taken out of an article.</param>
public sealed record RebuildReport(
    long Articles, long Rejected, Repetitions Repetitions, IReadOnlyList<KeyValuePair<string, long>> Outlets,
    IReadOnlyList<KeyValuePair<string, long>> Years, int OutletCount, int Boilerplate, long BoilerplateRemoved)
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
public sealed record RebuildProgress(RebuildStage Stage, long Done, long Total, long Articles, long Rejected)
{
    /// <summary>How much of the stage was done before an interruption.</summary>
    public long DoneBefore { get; init; }

    /// <summary>Articles made before an interruption.</summary>
    public long ArticlesBefore { get; init; }
}
