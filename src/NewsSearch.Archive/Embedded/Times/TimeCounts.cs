using System.Collections.Concurrent;
using NewsSearch.Archive.Times;
using NewsSearch.Engine;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Archive.Embedded.Times;

/// <summary>Articles of a search, and all of the archive, by period. All of it is counted once for each commit. Thread-safe.</summary>
internal sealed class TimeCounts
{
    private readonly ConcurrentDictionary<TimeScale, (CommitFacts Commit, IReadOnlyList<FacetCount> Counts)> _all = new();

    /// <summary>The periods of a scale that the archive has articles of, the latest first; and those of which it is not known.</summary>
    public static FacetRequest Facet(TimeScale scale) => new(ArticleSchema.Date, int.MaxValue, FacetOrder.NameDescending, [], scale switch
    {
        TimeScale.Day => date => date.Length == Periods.Length(TimeScale.Day) || date.EndsWith("-XX", StringComparison.Ordinal),
        _ => date => date.Length == Periods.Length(scale),
    });

    /// <summary>The periods of a search, the earliest first.</summary>
    public List<PeriodCount> Of(Searcher searcher, IndexQuery query, TimeScale scale, CancellationToken cancellation) =>
        Beside(searcher, searcher.Search(query with { Facets = [Facet(scale)], Count = 0 }, cancellation), scale, cancellation);

    /// <summary>The same for an answer in which they are counted already.</summary>
    public List<PeriodCount> Beside(Searcher searcher, IndexAnswer answer, TimeScale scale, CancellationToken cancellation)
    {
        var counts = answer.Facets[ArticleSchema.Date].ToDictionary(period => Name(period.Value), period => period.Count, StringComparer.Ordinal);
        return [.. All(searcher, scale, cancellation).Select(period => new PeriodCount(Name(period.Value), counts.GetValueOrDefault(Name(period.Value)), period.Count)).Reverse()];
    }

    private IReadOnlyList<FacetCount> All(Searcher searcher, TimeScale scale, CancellationToken cancellation)
    {
        if (_all.TryGetValue(scale, out var known) && known.Commit == searcher.Commit) return known.Counts;
        var counts = searcher.Search(new IndexQuery(new AllNode(default), ArticleSchema.Binding) { Facets = [Facet(scale)], Count = 0 }, cancellation).Facets[ArticleSchema.Date];
        _all[scale] = (searcher.Commit, counts);
        return counts;
    }

    private static string Name(string? value) => value ?? FacetNames.NoValue;
}
