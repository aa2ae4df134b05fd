using System.Runtime.InteropServices;
using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest;

/// <summary>What came out of one format.</summary>
/// <param name="Format">Its name: "JSON Lines", "WARC".</param>
/// <param name="Articles">Articles made.</param>
/// <param name="Rejected">Rejections.</param>
public sealed record FormatCount(string Format, long Articles, long Rejected);

/// <summary>What a run read, by format, and what it passed over because such things are no articles.</summary>
public sealed class IngestCounts
{
    private Dictionary<string, long> _articles = new(StringComparer.Ordinal);
    private Dictionary<string, long> _notMade = new(StringComparer.Ordinal);
    private Dictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private Dictionary<string, long> _skipped = new(StringComparer.Ordinal);

    /// <summary>The formats met, the one with most articles first.</summary>
    public IReadOnlyList<FormatCount> Formats =>
    [
        .. _articles.Keys.Union(_rejected.Keys).Union(_notMade.Keys)
            .Select(name => new FormatCount(name, _articles.GetValueOrDefault(name), _rejected.GetValueOrDefault(name) + _notMade.GetValueOrDefault(name)))
            .OrderByDescending(format => format.Articles).ThenByDescending(format => format.Rejected).ThenBy(format => format.Format, StringComparer.Ordinal),
    ];

    /// <summary>What was passed over, by kind ("WARC request", "revisit"), the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Skipped =>
        [.. _skipped.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal)];

    /// <summary>How often a reader rejected something or passed it over.</summary>
    internal long Told { get; private set; }

    internal void Article(string format) => Count(_articles, format);

    /// <summary>Something that was found gave no article.</summary>
    internal void RejectMade(string format) => Count(_notMade, format);

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

    /// <summary>What readers counted until now.</summary>
    internal ReaderCounts OfReaders() => new(Copy(_rejected), Copy(_skipped), Told);

    /// <summary>What was made until now, with what readers had counted at some time.</summary>
    internal CountsState Made(ReaderCounts readers) => new() { Articles = Copy(_articles), NotMade = Copy(_notMade), Rejected = readers.Rejected, Skipped = readers.Skipped };

    internal void Restore(CountsState state) =>
        (_articles, _notMade, _rejected, _skipped) = (Copy(state.Articles), Copy(state.NotMade), Copy(state.Rejected), Copy(state.Skipped));

    private static Dictionary<string, long> Copy(Dictionary<string, long> counts) => new(counts, StringComparer.Ordinal);

    private static void Count(Dictionary<string, long> counts, string name) => CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
}

/// <summary>What readers had counted at some time.</summary>
/// <param name="Rejected">Rejections by format.</param>
/// <param name="Skipped">What they passed over, by kind.</param>
/// <param name="Told">How often they did either.</param>
internal sealed record ReaderCounts(Dictionary<string, long> Rejected, Dictionary<string, long> Skipped, long Told)
{
    /// <summary>Whether nothing was counted since.</summary>
    public bool IsStill(IngestCounts counts) => counts.Told == Told;
}
