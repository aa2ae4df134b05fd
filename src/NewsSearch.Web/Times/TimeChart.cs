using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Times;

/// <summary>A bar of the chart: left edge and width in per cent, top and height in pixels.</summary>
/// <param name="Words">The period, "February 2024".</param>
/// <param name="Label">Under the bar; empty where there is no room.</param>
/// <param name="Group">Under the label, where a year or a month begins; null elsewhere.</param>
/// <param name="Count">Articles; null where the archive holds nothing from that time.</param>
/// <param name="Url">The search for them; null where there are none.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Top">Top.</param>
/// <param name="Height">Height.</param>
internal sealed record Bar(string Words, string Label, string? Group, long? Count, string? Url, double Left, double Width, int Top, int Height)
{
    /// <summary>Of a column, what the bar takes; the rest parts it from its neighbours.</summary>
    private const double Share = 0.8;

    public string Centre => TimeChart.Percent(Left + (Width * Share / 2) + (Width * (1 - Share) / 2));

    public string ColumnLeft => TimeChart.Percent(Left);

    public string ColumnWidth => TimeChart.Percent(Width);

    public string BarLeft => TimeChart.Percent(Left + (Width * (1 - Share) / 2));

    public string BarWidth => TimeChart.Percent(Width * Share);
}

/// <summary>A row of the table: a time, its articles and all that the archive has of it, and the search for them.</summary>
internal sealed record PeriodRow(string Words, long Count, long OfAll, string Url);

/// <summary>Articles by period -> a chart and the same as a table. The longer the time, the longer a bar's.</summary>
internal sealed class TimeChart
{
    /// <summary>Height of the tallest bar, and where bars stand; pixels.</summary>
    public const int Tallest = 80, Ground = 95;

    private const int MonthsOfYear = 12, MostCounts = 31, MostLabels = 31, MostYears = 12;

    private readonly Func<string, string> _url;

    /// <param name="periods">Months, or days, with those that are not known.</param>
    /// <param name="scale">Which of them; months become years where there are many.</param>
    /// <param name="url">Period -> the search for its articles.</param>
    /// <param name="first">Where the chart begins; by default with the first article.</param>
    /// <param name="last">Where it ends, likewise.</param>
    public TimeChart(IReadOnlyList<PeriodCount> periods, TimeScale scale, Func<string, string> url, DateOnly? first = null, DateOnly? last = null)
    {
        _url = url;
        var found = periods.Where(period => period.Count > 0).ToList();
        var dated = found.Where(period => Periods.NumberOf(period.Period, scale) is not null).ToList();
        Rows = [.. dated.Concat(found.Except(dated)).Select(period => new PeriodRow(InWords.Sentence(FacetWords.Value("date", Named(period.Period))), period.Count, period.OfAll, url(period.Period)))];
        (Scale, Unplaced) = (scale, found.Except(dated).Sum(period => period.Count));
        if (dated.Count == 0) return;
        var from = first ?? Day(dated[0]);
        var to = last ?? Day(dated[^1]);
        if (scale == TimeScale.Month && Periods.Fitting(from, to) == TimeScale.Year) Scale = TimeScale.Year;
        var counts = Counts(periods, scale);
        Unplaced = found.Sum(period => period.Count) - counts.Values.Sum();
        Bars = Drawn(counts, Periods.NumberOf(from, Scale), Periods.NumberOf(to, Scale));

        DateOnly Day(PeriodCount period) => Periods.FirstDay(Periods.NumberOf(period.Period, scale)!.Value, scale);
    }

    /// <summary>What a bar stands for.</summary>
    public TimeScale Scale { get; }

    public IReadOnlyList<PeriodRow> Rows { get; }

    public IReadOnlyList<Bar> Bars { get; } = [];

    /// <summary>Articles that have no bar, since their date is not known well enough.</summary>
    public long Unplaced { get; }

    /// <summary>Whether the numbers have room over the bars.</summary>
    public bool ShowsCounts => Bars.Count <= MostCounts;

    public bool HasGaps => Bars.Any(bar => bar.Count is null);

    public string Words => string.Join(", ", Bars.Where(bar => bar.Count > 0).Select(bar => $"{bar.Words} {bar.Count}"));

    /// <summary>"year", "month" or "day".</summary>
    public string ScaleWord => Scale switch { TimeScale.Year => "year", TimeScale.Month => "month", _ => "day" };

    public static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Number of a period of the chart -> its articles.</summary>
    private Dictionary<int, long> Counts(IReadOnlyList<PeriodCount> periods, TimeScale scale) => periods
        .Where(period => Scale == scale ? Periods.NumberOf(period.Period, scale) is not null : PublicationDate.TryParse(period.Period[..4]) is not null) // also a year of which the month is not known
        .GroupBy(period => Scale == scale ? Periods.NumberOf(period.Period, scale)!.Value : Periods.NumberOf(period.Period[..4], TimeScale.Year)!.Value)
        .ToDictionary(period => period.Key, period => period.Sum(part => part.Count));

    private Bar[] Drawn(Dictionary<int, long> counts, int first, int last)
    {
        var columns = last - first + 1;
        var most = Math.Max(1, counts.Where(count => count.Key >= first && count.Key <= last).Select(count => count.Value).DefaultIfEmpty().Max());
        var width = 100.0 / columns;
        return [.. Enumerable.Range(first, columns).Select(number =>
        {
            long? count = counts.TryGetValue(number, out var known) ? known : null;
            var height = count > 0 ? Math.Max(2, (int)(count.Value * Tallest / most)) : 0;
            var period = Periods.Of(number, Scale);
            return new Bar(FacetWords.Value("date", period), Label(number, number - first, columns), Group(number, number == first), count, count > 0 ? _url(period) : null, (number - first) * width, width, Ground - height, height);
        })];
    }

    private string Label(int number, int column, int columns) => Scale switch
    {
        TimeScale.Year => column % Math.Max(1, columns / MostYears) == 0 ? Periods.Of(number, Scale) : "",
        TimeScale.Month => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[number % MonthsOfYear][..(columns > MonthsOfYear + 1 ? 1 : 3)],
        _ => columns <= MostLabels || column % 2 == 0 ? Periods.FirstDay(number, Scale).Day.ToString(CultureInfo.InvariantCulture) : "",
    };

    private string? Group(int number, bool isFirst)
    {
        var day = Periods.FirstDay(number, Scale);
        return Scale switch
        {
            TimeScale.Month when isFirst || day.Month == 1 => day.ToString("yyyy", CultureInfo.InvariantCulture),
            TimeScale.Day when isFirst || day.Day == 1 => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static string Named(string period) => period == FacetNames.NoValue ? FacetWords.Of("date").NoValue : period;
}
