using NewsSearch.Archive;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Times;

/// <summary>A search over time: a bar leads closer, from years to months to days.</summary>
/// <param name="Chart">The bars.</param>
/// <param name="Wider">The way back, the widest first.</param>
internal sealed record SearchTimes(TimeChart Chart, IReadOnlyList<(string Words, string Url)> Wider)
{
    private static readonly TimeScale[] WiderScales = [TimeScale.Year, TimeScale.Month];

    public static SearchTimes Load(IArticleArchive archive, SearchState state, CancellationToken cancellation)
    {
        var first = PublicationDate.TryParse(state.From)?.FirstDay;
        var last = PublicationDate.TryParse(state.To)?.LastDay;
        var scale = first is { } from && last is { } to && from <= to ? Periods.Fitting(from, to) : TimeScale.Month;
        if (scale == TimeScale.Year) scale = TimeScale.Month; // which the chart puts together
        var periods = archive.Timeline(state.ToRequest(), scale, cancellation);
        var held = periods.Select(period => Periods.NumberOf(period.Period, scale)).OfType<int>().ToList();
        if (held.Count > 0) (first, last) = (Later(first, Periods.FirstDay(held[0], scale)), Earlier(last, Periods.FirstDay(held[^1], scale)));
        return new SearchTimes(new TimeChart(periods, scale, period => Closer(state, period).ToUrl(), first, last), [.. WiderThan(state)]);
    }

    // The bars are counted without the values chosen in the facet of dates, and lead to what they count: of a period at the edge, what the range has of it.
    // A period of which not all is known is no range: it is a value of that facet.
    private static SearchState Closer(SearchState state, string period)
    {
        var all = state with { Filters = [.. state.Filters.Where(filter => filter.Facet != "date")] };
        if (PublicationDate.TryParse(period) is not { } whole) return all.With(new Filter("date", period));
        var from = PublicationDate.TryParse(state.From)?.FirstDay > whole.FirstDay ? state.From : period;
        var to = PublicationDate.TryParse(state.To)?.LastDay < whole.LastDay ? state.To : period;
        return all.WithRange(from, to);
    }

    private static IEnumerable<(string Words, string Url)> WiderThan(SearchState state)
    {
        if (!state.HasRange) yield break;
        yield return ("All years", state.WithRange(null, null).ToUrl());
        if (state.From is not { } period || state.To != period) yield break;
        foreach (var length in WiderScales.Select(Periods.Length).Where(length => length < period.Length))
            yield return (InWords.Sentence(FacetWords.Value("date", period[..length])), state.WithRange(period[..length], period[..length]).ToUrl());
    }

    /// <summary>A bound that was set, as far as there are articles.</summary>
    private static DateOnly? Later(DateOnly? bound, DateOnly held) => bound is null ? null : bound > held ? bound : held;

    private static DateOnly? Earlier(DateOnly? bound, DateOnly held) => bound is null ? null : bound < held ? bound : held;
}
