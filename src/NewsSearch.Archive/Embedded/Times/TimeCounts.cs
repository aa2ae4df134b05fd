using NewsSearch.Archive.Embedded.Commits;
using NewsSearch.Archive.Times;
using NewsSearch.Engine;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Archive.Embedded.Times;

/// <summary>Articles of a search, and all of the archive, by period; the latter are counted once for each commit.</summary>
internal sealed class TimeCounts
{
    private readonly PerCommit<TimeScale, IReadOnlyList<FacetCount>> _all = new();

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

    /// <summary>The periods of the whole archive.</summary>
    public List<PeriodCount> OfAll(Searcher searcher, TimeScale scale, CancellationToken cancellation) =>
        [.. All(searcher, scale, cancellation).Select(period => new PeriodCount(Name(period.Value), period.Count, period.Count)).Reverse()];

    private IReadOnlyList<FacetCount> All(Searcher searcher, TimeScale scale, CancellationToken cancellation) => _all.Of(
        searcher, scale, commit => commit.Search(new IndexQuery(new AllNode(default), ArticleSchema.Binding) { Facets = [Facet(scale)], Count = 0 }, cancellation).Facets[ArticleSchema.Date]);

    private static string Name(string? value) => value ?? FacetNames.NoValue;
}
