namespace NewsSearch.Ingest.Readers;

/// <summary>Content that cannot be read any further: <see cref="SourceContent"/> makes one rejection of it.</summary>
/// <param name="place">Where in the content; empty for all of it.</param>
/// <param name="reason">A sentence.</param>
internal sealed class BrokenContentException(string place, string reason) : IOException(reason)
{
    public string Place => place;

    /// <summary>Unpacked bytes from here on are not to be trusted, though they were given out; null where no checksum speaks of them.</summary>
    public long? Since { get; init; }
}
