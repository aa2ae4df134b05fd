using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;
using NewsSearch.Web.Times;

namespace NewsSearch.Web.Exploring;

/// <summary>An outlet: when, what and by whom it writes.</summary>
internal sealed class OutletView
{
    /// <summary>Values of a list, and years drawn where none is chosen. Taste.</summary>
    private const int Listed = 8, YearsDrawn = 3;

    private static readonly string[] Counted = ["section", "author", "agency", "lang"];

    private readonly IReadOnlyDictionary<string, IReadOnlyList<Companion>> _distinctive;
    private readonly SearchPage _page;

    private OutletView(IArticleArchive archive, string name, SearchPage page, int? year, CancellationToken cancellation)
    {
        (Name, _page) = (name, page);
        var days = archive.Timeline(Articles.ToRequest(), TimeScale.Day, cancellation);
        var months = days.GroupBy(day => day.Period == FacetNames.NoValue || day.Period.Length < MonthLength ? day.Period : day.Period[..MonthLength], StringComparer.Ordinal)
            .Select(month => new PeriodCount(month.Key, month.Sum(day => day.Count), month.Sum(day => day.OfAll))).ToList();
        Coverage = new Coverage(days);
        Months = new TimeChart(months, TimeScale.Month, month => PeriodUrl.Of(Articles, month).ToUrl());
        Years = [.. days.Where(day => day.Count > 0 && day.Period != FacetNames.NoValue).GroupBy(day => int.Parse(day.Period.AsSpan(0, 4), CultureInfo.InvariantCulture)).Select(of => (of.Key, of.Sum(day => day.Count)))];
        var most = days.Where(day => Periods.NumberOf(day.Period, TimeScale.Day) is not null).Select(day => day.Count).DefaultIfEmpty().Max();
        Calendar = [.. Years.Select(of => of.Year).Where(of => year is null || of == year).TakeLast(YearsDrawn).Reverse().Select(of => new CalendarYear(of, days, Articles, Math.Max(1, most)))];
        _distinctive = archive.Distinctive(Articles.ToRequest(), EntityChoices.Facets, Listed, cancellation);
    }

    private static int MonthLength => Periods.Length(TimeScale.Month);

    public string Name { get; }

    public long Total => _page.Total;

    /// <summary>The search for its articles.</summary>
    public SearchState Articles => OutletUrl.Articles(Name);

    public Coverage Coverage { get; }

    public TimeChart Months { get; }

    /// <summary>Years with articles, the earliest first.</summary>
    public IReadOnlyList<(int Year, long Count)> Years { get; }

    /// <summary>The years drawn by day, the latest first.</summary>
    public IReadOnlyList<CalendarYear> Calendar { get; }

    /// <summary>Null where the archive has no such outlet.</summary>
    public static OutletView? Load(IArticleArchive archive, string name, int? year, CancellationToken cancellation)
    {
        var page = archive.Search(OutletUrl.Articles(name).ToRequest() with { Size = 1, CountFacets = [.. Counted], FacetSize = Listed }, cancellation);
        return page.Total == 0 ? null : new OutletView(archive, name, page, year, cancellation);
    }

    public string YearUrl(int year) => $"{OutletUrl.For(Name)}?year={Periods.Of(year, TimeScale.Year)}#days";

    /// <summary>What it names more often than the others do: kind in words, kind, names.</summary>
    public IEnumerable<(string Title, string Kind, IReadOnlyList<Companion> Names)> Distinctive() =>
        EntityChoices.Facets.Select(kind => (FacetWords.Of(kind).Many, kind, _distinctive[kind])).Where(kind => kind.Item3.Count > 0);

    /// <summary>Other facets: in words, name, values.</summary>
    public IEnumerable<(string Title, string Facet, IReadOnlyList<FacetValue> Values)> Facets() =>
        Counted.Select(facet => (FacetWords.Of(facet).Many, facet, (IReadOnlyList<FacetValue>)[.. _page.Facets[facet].Where(value => value.Count > 0)])).Where(facet => facet.Item3.Any(value => value.Value != FacetNames.NoValue));

    public string ValueUrl(string facet, string value) => Articles.With(new Filter(facet, value)).ToUrl();
}
