using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Archive.Reading;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Times;

namespace NewsSearch.Web.Exploring;

/// <summary>Articles by period -> from when to when, what is missing between, and a strip that shows it.</summary>
internal sealed class Coverage
{
    /// <summary>Height of a strip, in units of its drawing.</summary>
    public const int Height = 16;

    /// <summary>Beyond so many months the columns are years. Taste.</summary>
    private const int MostMonths = 480;

    private readonly List<PeriodCount> _dated;

    /// <param name="periods">Months with those that are not known, the earliest first.</param>
    public Coverage(IReadOnlyList<PeriodCount> periods)
    {
        Articles = periods.Sum(period => period.Count);
        Undated = periods.Where(period => period.Period == FacetNames.NoValue).Sum(period => period.Count);
        _dated = [.. periods.Where(period => period.Count > 0 && period.Period != FacetNames.NoValue)];
        Months = [.. _dated.Select(period => Periods.NumberOf(period.Period, TimeScale.Month)).OfType<int>()];
    }

    public long Articles { get; }

    /// <summary>Articles without any date.</summary>
    public long Undated { get; }

    /// <summary>Numbers of the months that have articles, the earliest first.</summary>
    public IReadOnlyList<int> Months { get; }

    /// <summary>The first and the last time in words; null where nothing is dated.</summary>
    public (string First, string Last)? Range => _dated is [var first, ..] ? (PeriodInWords.Of(first.Period), PeriodInWords.Of(_dated[^1].Period)) : null;

    /// <summary>"8 %"; of a few, not "0 %", and of all but a few not "100 %".</summary>
    public string UndatedShare => ((double)Undated / Articles) switch
    {
        0 => "none",
        < 0.005 => "under 1 %",
        >= 0.995 and < 1 => "over 99 %",
        var share => InWords.Share(share),
    };

    /// <summary>Runs of months between the first and the last without any article.</summary>
    public IReadOnlyList<(int First, int Last)> Gaps => [.. Months.Zip(Months.Skip(1)).Where(pair => pair.Second > pair.First + 1).Select(pair => (pair.First + 1, pair.Second - 1))];

    public int MissingMonths => Gaps.Sum(gap => gap.Last - gap.First + 1);

    /// <summary>"March 2014", "March 2014 to May 2014".</summary>
    public static string InWordsOf((int First, int Last) gap) => gap.First == gap.Last ? Month(gap.First) : $"{Month(gap.First)} to {Month(gap.Last)}";

    /// <summary>One shape for all columns, a column each unit across; the more articles, the taller.</summary>
    /// <param name="axis">The columns.</param>
    public string Shape(StripAxis axis)
    {
        var counts = _dated.Where(period => Periods.NumberOf(period.Period, TimeScale.Month) is not null || axis.Scale == TimeScale.Year)
            .GroupBy(period => axis.ColumnOf(period.Period), period => period.Count).Select(column => (Column: column.Key, Count: column.Sum())).ToList();
        var most = counts.Select(column => column.Count).DefaultIfEmpty(1).Max();
        return string.Concat(counts.Select(column => string.Create(CultureInfo.InvariantCulture, $"M{column.Column} {Height}v-{Math.Max(2, Height * Math.Sqrt((double)column.Count / most)):0.#}h1V{Height}z")));
    }

    /// <summary>The columns that hold all of it.</summary>
    public StripAxis Axis()
    {
        var years = _dated.Select(period => int.Parse(period.Period.AsSpan(0, 4), CultureInfo.InvariantCulture)).ToList();
        if (years.Count == 0) return new StripAxis(TimeScale.Year, 0, 0);
        if (Months.Count == 0 || Months[^1] - Months[0] >= MostMonths) return new StripAxis(TimeScale.Year, years.Min(), years.Max() - years.Min() + 1);
        return new StripAxis(TimeScale.Month, Months[0], Months[^1] - Months[0] + 1);
    }

    private static string Month(int number) => PeriodInWords.Of(Periods.Of(number, TimeScale.Month));
}

/// <summary>The columns of strips that stand below one another.</summary>
/// <param name="Scale">Months or years.</param>
/// <param name="First">Number of the first.</param>
/// <param name="Columns">How many.</param>
internal sealed record StripAxis(TimeScale Scale, int First, int Columns)
{
    public IEnumerable<(string X, string Words)> Ticks => TimeAxis.Ticks(First, Columns, Scale).Select(tick => (TimeChart.Percent((tick.Column + 0.5) * 100 / Columns), tick.Words));

    public int ColumnOf(string period) => Periods.NumberOf(Scale == TimeScale.Year ? period[..4] : period, Scale)!.Value - First;

    public (string Left, string Width) Place((int First, int Last) months) => (TimeChart.Percent((months.First - First) * 100.0 / Columns), TimeChart.Percent((months.Last - months.First + 1) * 100.0 / Columns));
}
