using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Names;

/// <summary>A bar of the chart: left edge and width in per cent, top and height in pixels.</summary>
/// <param name="Label">Under the bar.</param>
/// <param name="Year">Under the label, where a year begins.</param>
/// <param name="Count">Articles; null where the archive holds nothing from that time.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Top">Top.</param>
/// <param name="Height">Height.</param>
internal sealed record Bar(string Label, string? Year, long? Count, double Left, double Width, int Top, int Height)
{
    public string Centre => MonthBars.Percent(Left + (Width / 2));
}

/// <summary>A row of the table: a time, its articles and all that the archive has of it, and the search for them.</summary>
internal sealed record MonthRow(string Words, long Count, long OfAll, string Url);

/// <summary>Articles by month -> a chart and the same as a table. Over more than four years a bar is a year.</summary>
internal sealed class MonthBars
{
    /// <summary>Height of the tallest bar, and where bars stand; pixels.</summary>
    public const int Tallest = 90, Ground = 105;

    private const int MonthLength = 7, MostMonths = 48, MonthsOfYear = 12, MostCounts = 31;

    public MonthBars(EntityPortrait portrait)
    {
        var named = portrait.Months.Where(month => month.Count > 0).ToList();
        Rows =
        [
            .. named.OrderBy(month => month.Month == FacetNames.NoValue ? 1 : 0).Select(month => new MonthRow(
                month.Month == FacetNames.NoValue ? FacetWords.Of("date").NoValue : InWords.Sentence(FacetWords.Value("date", month.Month)), month.Count, month.OfAll,
                new SearchState().With(new Filter(portrait.Kind, portrait.Name)).With(new Filter("date", month.Month)).ToUrl())),
        ];
        var dated = named.Where(month => NumberOf(month.Month) is not null).ToList();
        Unplaced = named.Except(dated).Sum(month => month.Count);
        if (dated.Count == 0) return;
        var (first, last) = (NumberOf(dated[0].Month)!.Value, NumberOf(dated[^1].Month)!.Value);
        IsByYear = last - first >= MostMonths;
        Bars = IsByYear ? Years(portrait.Months, first / MonthsOfYear, last / MonthsOfYear) : Months(portrait.Months, first, last);
    }

    public IReadOnlyList<MonthRow> Rows { get; }

    public IReadOnlyList<Bar> Bars { get; } = [];

    public bool IsByYear { get; }

    /// <summary>Articles of which the month is not known.</summary>
    public long Unplaced { get; }

    /// <summary>Whether the numbers have room over the bars.</summary>
    public bool ShowsCounts => Bars.Count <= MostCounts;

    public bool HasGaps => Bars.Any(bar => bar.Count is null);

    public string Words => string.Join(", ", Bars.Where(bar => bar.Count > 0).Select(bar => $"{bar.Label}{(bar.Year is null ? "" : " " + bar.Year)} {bar.Count}"));

    public static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static Bar[] Months(IReadOnlyList<MonthCount> months, int first, int last)
    {
        var known = months.Where(month => NumberOf(month.Month) is not null).ToDictionary(month => NumberOf(month.Month)!.Value);
        return Drawn([.. Enumerable.Range(first, last - first + 1).Select(month => (
            Label: CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[month % MonthsOfYear][..(last - first > MonthsOfYear ? 1 : 3)],
            Year: month == first || month % MonthsOfYear == 0 ? Year(month / MonthsOfYear) : null,
            Count: known.TryGetValue(month, out var count) ? count.Count : (long?)null))]);
    }

    private static Bar[] Years(IReadOnlyList<MonthCount> months, int first, int last)
    {
        var known = months.Where(month => month.Month != FacetNames.NoValue).GroupBy(month => month.Month[..4], StringComparer.Ordinal).ToDictionary(year => year.Key, year => year.Sum(month => month.Count), StringComparer.Ordinal);
        var every = Math.Max(1, (last - first + 1) / 12);
        return Drawn([.. Enumerable.Range(first, last - first + 1).Select(year => (
            Label: (year - first) % every == 0 ? Year(year) : "", Year: (string?)null, Count: known.TryGetValue(Year(year), out var count) ? count : (long?)null))]);
    }

    private static Bar[] Drawn(List<(string Label, string? Year, long? Count)> columns)
    {
        var most = Math.Max(1, columns.Max(column => column.Count ?? 0));
        var width = 100.0 / columns.Count;
        return [.. columns.Select((column, i) =>
        {
            var height = column.Count is > 0 and var count ? Math.Max(2, (int)(count * Tallest / most)) : 0;
            return new Bar(column.Label, column.Year, column.Count, (i * width) + (width * 0.1), width * 0.8, Ground - height, height);
        })];
    }

    private static string Year(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Months since the year 0; null for what is no month.</summary>
    private static int? NumberOf(string month) =>
        month.Length == MonthLength && int.TryParse(month.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(month.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (year * MonthsOfYear) + number - 1 : null;
}
