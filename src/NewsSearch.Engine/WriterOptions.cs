namespace NewsSearch.Engine;

/// <summary>How an index is changed.</summary>
/// <param name="Holder">Who writes, in words; told to a second writer.</param>
public sealed record WriterOptions(string Holder)
{
    /// <summary>Whether to build a new generation beside the live one; the first commit switches over.</summary>
    public bool IsRebuild { get; init; }

    /// <summary>Memory to write with: documents on their way into a segment, segments on their way to the disk, merges.</summary>
    /// <value>Default: 512 MiB.</value>
    public long BudgetBytes { get; init; } = 512L << 20;

    /// <summary>Threads that invert and merge; 1: the caller's alone. What a rebuild merges into one segment does not depend on it.</summary>
    /// <value>Default: as many as there are cores.</value>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>How long a commit waits for merges; what takes longer goes on in the background.</summary>
    /// <value>Default: 200 ms.</value>
    public TimeSpan MergeWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Largest segment that a merge may make.</summary>
    /// <value>Default: 1 GiB.</value>
    public long MaxSegmentBytes { get; init; } = 1L << 30;
}
