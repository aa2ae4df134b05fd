namespace NewsSearch.Ingest;

/// <summary>How a rebuild is begun.</summary>
public sealed record RebuildOptions
{
    /// <summary>Whether it goes on where one of the same sources was interrupted, if there is one.</summary>
    /// <value>Default: false, a new one.</value>
    public bool GoesOn { get; init; }

    /// <summary>Told, in a sentence, what there is to say about an unfinished rebuild.</summary>
    /// <value>Default: nobody is told.</value>
    public Action<string> Note { get; init; } = _ => { };

    /// <summary>So much comes into the spool from one checkpoint to the next: some seconds of work; taste.</summary>
    internal long CheckpointBytes { get; init; } = 16 << 20;
}
