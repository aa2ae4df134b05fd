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

    /// <param name="archive">Counts.</param>
    /// <param name="state">The search.</param>
    /// <param name="months">Its facet of dates, which need not be counted again.</param>
    /// <param name="cancellation">Stops it.</param>
    public static SearchTimes Load(IArticleArchive archive, SearchState state, IReadOnlyList<FacetValue> months, CancellationToken cancellation)
    {
        var first = PublicationDate.TryParse(state.From)?.FirstDay;
        var last = PublicationDate.TryParse(state.To)?.LastDay;
        var scale = first is { } from && last is { } to && from <= to ? Periods.Fitting(from, to) : TimeScale.Month;
        if (scale == TimeScale.Year) scale = TimeScale.Month; // which the chart puts together
        var periods = scale == TimeScale.Month ? Beside(archive.Timeline(new SearchRequest(), scale, cancellation), months) : archive.Timeline(state.ToRequest(), scale, cancellation);
        var held = periods.Select(period => Periods.NumberOf(period.Period, scale)).OfType<int>().ToList();
        if (held.Count > 0) (first, last) = (Later(first, Periods.FirstDay(held[0], scale)), Earlier(last, Periods.FirstDay(held[^1], scale)));
        return new SearchTimes(new TimeChart(periods, scale, period => PeriodUrl.Of(state, period).ToUrl(), first, last), [.. WiderThan(state)]);
    }

    private static List<PeriodCount> Beside(IReadOnlyList<PeriodCount> all, IReadOnlyList<FacetValue> months)
    {
        var counts = months.ToDictionary(month => month.Value, month => month.Count, StringComparer.Ordinal);
        return [.. all.Select(period => period with { Count = counts.GetValueOrDefault(period.Period) })];
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
