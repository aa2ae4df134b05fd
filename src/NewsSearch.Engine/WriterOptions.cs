namespace NewsSearch.Engine;

/// <summary>How an index is changed.</summary>
/// <param name="Holder">Who writes, in words; told to a second writer.</param>
public sealed record WriterOptions(string Holder)
{
    /// <summary>Whether to build a new generation beside the live one; the first commit switches over.</summary>
    public bool IsRebuild { get; init; }

    /// <summary>Memory of documents not yet in a segment.</summary>
    /// <value>Default: 256 MiB.</value>
    public long BudgetBytes { get; init; } = 256L << 20;

    /// <summary>Largest segment that a merge may make.</summary>
    /// <value>Default: 1 GiB.</value>
    public long MaxSegmentBytes { get; init; } = 1L << 30;
}
