using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Archive.Reading;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exploring;

/// <summary>What the archive holds, and who is in its latest news.</summary>
internal sealed class FrontView
{
    /// <summary>Names of each kind, of so many that are surely there not by chance; fewest articles of a month that say something, else it is its year; most gaps that are named. Taste.</summary>
    private const int NamesListed = 6, NamesWeighed = 60, FewestOfMonth = 30, GapsNamed = 3;

    private readonly IReadOnlyDictionary<string, IReadOnlyList<Companion>> _news = new Dictionary<string, IReadOnlyList<Companion>>();
    private readonly string _latest = "";

    /// <param name="archive">The archive.</param>
    /// <param name="page">All articles, with the facet of dates.</param>
    /// <param name="cancellation">Stops it.</param>
    public FrontView(IArticleArchive archive, SearchPage page, CancellationToken cancellation)
    {
        var periods = page.Facets["date"].Select(month => new PeriodCount(month.Value, month.Count, month.Count)).OrderBy(month => month.Period, StringComparer.Ordinal).ToList();
        Held = new Coverage(periods);
        Outlets = archive.List("outlet", new SearchRequest(), new ValueListing { Count = 0 }, cancellation).Total;
        if (Held.Months is not [.., var last]) return;
        _latest = Periods.Of(last, TimeScale.Month);
        if (periods.First(month => month.Period == _latest).Count < FewestOfMonth) _latest = _latest[..Periods.Length(TimeScale.Year)];
        // What only one or two wrote about is no news, however rare a name it has: of many articles more must name it.
        var least = Math.Max(2, Math.Sqrt(periods.Where(month => month.Period.StartsWith(_latest, StringComparison.Ordinal)).Sum(month => month.Count)) / 4);
        _news = archive.Distinctive(Latest.ToRequest(), EntityChoices.Facets, NamesWeighed, cancellation)
            .ToDictionary(kind => kind.Key, IReadOnlyList<Companion> (kind) => [.. kind.Value.Where(name => name.Both >= least).Take(NamesListed)], StringComparer.Ordinal);
    }

    public Coverage Held { get; }

    public long Outlets { get; }

    /// <summary>The latest time in words.</summary>
    public string LatestInWords => PeriodInWords.Of(_latest);

    /// <summary>The search for its articles.</summary>
    public SearchState Latest => new SearchState().WithRange(_latest, _latest);

    /// <summary>Those named more often in the latest time than in the rest: kind in words, kind, names.</summary>
    public IEnumerable<(string Title, string Kind, IReadOnlyList<Companion> Names)> InTheNews() =>
        EntityChoices.Facets.Select(kind => (FacetWords.Of(kind).Many, kind, _news.GetValueOrDefault(kind, []))).Where(kind => kind.Item3.Count > 0);

    public string NewsUrl(string kind, string name) => Latest.With(new Filter(kind, name)).ToUrl();

    /// <summary>"Nothing is held of 4 months: March 2014, May 2015 to July 2015"; null where no month is missing.</summary>
    public string? Missing
    {
        get
        {
            var gaps = Held.Gaps.OrderByDescending(gap => gap.Last - gap.First).ToList();
            if (gaps.Count == 0) return null;
            var named = string.Join(", ", gaps.Take(GapsNamed).Order().Select(Coverage.InWordsOf));
            return $"Nothing is held of {InWords.Count(Held.MissingMonths, "month")} between{(gaps.Count > GapsNamed ? ", the longest gaps being " : ": ")}{named}.";
        }
    }
}
