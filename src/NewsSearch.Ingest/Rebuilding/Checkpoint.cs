namespace NewsSearch.Ingest.Rebuilding;

/// <summary>A moment of a rebuild from which it can go on: how far the sources are read, and how much of the spool belongs to it. FORMAT.md, "Checkpoint".</summary>
internal sealed record Checkpoint
{
    /// <summary>Articles in the spool.</summary>
    public int Spooled { get; init; }

    /// <summary>Bytes of the spool.</summary>
    public long SpoolByteLength { get; init; }

    /// <summary>CRC-32 of these bytes.</summary>
    public uint SpoolChecksum { get; init; }

    /// <summary>Number of the file that is being read; that of the last and one more where all are read.</summary>
    public int File { get; init; }

    /// <summary>A hash of the names, lengths and times of all files up to this one.</summary>
    public string Files { get; init; } = "";

    /// <summary>Articles found in the file that were taken, also those that gave no article.</summary>
    public long Taken { get; init; }

    /// <summary>Rejections that readers told.</summary>
    public long Rejections { get; init; }

    /// <summary>Those of them that they told before this file.</summary>
    public long RejectionsBefore { get; init; }

    /// <summary>What was counted by format: by readers before this file, and of what was made until now.</summary>
    public CountsState Counts { get; init; } = new();
}

/// <summary>Counts by format as a checkpoint keeps them.</summary>
internal sealed record CountsState
{
    /// <summary>Articles made.</summary>
    public Dictionary<string, long> Articles { get; init; } = [];

    /// <summary>What was found and gave no article.</summary>
    public Dictionary<string, long> NotMade { get; init; } = [];

    /// <summary>What readers rejected.</summary>
    public Dictionary<string, long> Rejected { get; init; } = [];

    /// <summary>What readers passed over.</summary>
    public Dictionary<string, long> Skipped { get; init; } = [];
}
