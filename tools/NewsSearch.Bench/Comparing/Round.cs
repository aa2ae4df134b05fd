namespace NewsSearch.Bench.Comparing;

/// <summary>What one engine needed in one round.</summary>
internal sealed record Round
{
    /// <summary>CPU seconds of indexing with one thread, the whole process.</summary>
    public required double IndexCpuSeconds { get; init; }

    /// <summary>Seconds by the clock until an index built with two threads was one segment, as the engine says.</summary>
    public required double IndexWallSeconds { get; init; }

    public required long IndexBytes { get; init; }

    /// <summary>What of it are pairs of frequent words; 0 for an engine without them.</summary>
    public required long IndexPairBytes { get; init; }

    /// <summary>Resident memory at most, in whichever of the two index runs needed more.</summary>
    public required long IndexPeakBytes { get; init; }

    public required long QueryPeakBytes { get; init; }

    /// <summary>Memory at most that no file backs.</summary>
    public required long QueryAnonymousBytes { get; init; }

    public required IReadOnlyList<QueryFigures> Queries { get; init; }

    /// <summary>The figures of one kind of work; null where the engine did not measure it.</summary>
    public QueryFigures? Find(string mode, string type, int threads) =>
        Queries.FirstOrDefault(figures => figures.Mode == mode && figures.Type == type && figures.Threads == threads);
}

/// <summary>One round of both engines, one straight after the other.</summary>
internal sealed record PairedRound(Round Ours, Round Peer);
