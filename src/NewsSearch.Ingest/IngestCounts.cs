using System.Runtime.InteropServices;

namespace NewsSearch.Ingest;

/// <summary>What came out of one format.</summary>
/// <param name="Format">Its name: "JSON Lines", "WARC".</param>
/// <param name="Articles">Articles made.</param>
/// <param name="Rejected">Rejections.</param>
public sealed record FormatCount(string Format, long Articles, long Rejected);

/// <summary>What a run read, by format, and what it passed over because such things are no articles.</summary>
public sealed class IngestCounts
{
    private readonly Dictionary<string, long> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _skipped = new(StringComparer.Ordinal);

    /// <summary>The formats met, the one with most articles first.</summary>
    public IReadOnlyList<FormatCount> Formats =>
    [
        .. _articles.Keys.Union(_rejected.Keys)
            .Select(name => new FormatCount(name, _articles.GetValueOrDefault(name), _rejected.GetValueOrDefault(name)))
            .OrderByDescending(format => format.Articles).ThenByDescending(format => format.Rejected).ThenBy(format => format.Format, StringComparer.Ordinal),
    ];

    /// <summary>What was passed over, by kind ("WARC request", "revisit"), the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Skipped =>
        [.. _skipped.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal)];

    /// <summary>How often something was rejected or passed over.</summary>
    internal long Told { get; private set; }

    internal void Article(string format) => Count(_articles, format);

    internal void Reject(string format)
    {
        Count(_rejected, format);
        Told++;
    }

    internal void Skip(string kind)
    {
        Count(_skipped, kind);
        Told++;
    }

    private static void Count(Dictionary<string, long> counts, string name) => CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
}
