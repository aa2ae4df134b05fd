namespace NewsSearch.Ingest;

/// <summary>How an id can come again.</summary>
public enum Repetition
{
    /// <summary>The same text again; it is counted once.</summary>
    Same,

    /// <summary>A newer version of an article, which replaced the older.</summary>
    Newer,

    /// <summary>A version of an article of which a newer one is there; it was left out.</summary>
    Older,

    /// <summary>Another article under the same id; it is kept under a new one.</summary>
    Renamed,
}

/// <summary>An id that came more than once.</summary>
/// <param name="Id">The id.</param>
/// <param name="Source">Where the later article was read.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="KeptAs">The new id of one that was renamed.</param>
public sealed record RepeatedId(string Id, string? Source, Repetition Kind, string? KeptAs = null);

/// <summary>Ids that came more than once: how many of each kind, and the first of them.</summary>
/// <param name="Same">Articles that came again with the same text, counted once.</param>
/// <param name="Newer">Versions that replaced an older one.</param>
/// <param name="Older">Versions left out for a newer one.</param>
/// <param name="Renamed">Other articles with an id that was taken, kept under a new one.</param>
/// <param name="First">The first of them, at most 1,000.</param>
public sealed record Repetitions(long Same, long Newer, long Older, long Renamed, IReadOnlyList<RepeatedId> First);
