using System.Globalization;

namespace NewsSearch.Archive.Times;

/// <summary>How long the periods are into which time is cut.</summary>
public enum TimeScale
{
    /// <summary>Years, "2024".</summary>
    Year,

    /// <summary>Months, "2024-02".</summary>
    Month,

    /// <summary>Days, "2024-02-20".</summary>
    Day,
}

/// <summary>Articles of a period.</summary>
/// <param name="Period">The period; <c>2024-XX</c> or <c>2024-02-XX</c> where it is known no better, <see cref="FacetNames.NoValue"/> where it is not known.</param>
/// <param name="Count">Those asked for.</param>
/// <param name="OfAll">All of the archive.</param>
public sealed record PeriodCount(string Period, long Count, long OfAll);

/// <summary>Periods as text &lt;-> periods as numbers, which follow one another without a gap.</summary>
public static class Periods
{
    /// <summary>Beyond these a scale has more periods than a chart has room for. Taste.</summary>
    private const int MostDays = 62, MostMonths = 48;

    private const int MonthsOfYear = 12;

    /// <summary>The finest scale that cuts the time between two days, both included, into few enough periods.</summary>
    public static TimeScale Fitting(DateOnly first, DateOnly last)
    {
        if (last.DayNumber - first.DayNumber < MostDays) return TimeScale.Day;
        return NumberOf(last, TimeScale.Month) - NumberOf(first, TimeScale.Month) < MostMonths ? TimeScale.Month : TimeScale.Year;
    }

    /// <summary>The number of a period; null for one of another scale, or of which not all is known.</summary>
    public static int? NumberOf(string period, TimeScale scale) =>
        PublicationDate.TryParse(period) is { } date && date.Precision == Precision(scale) ? NumberOf(date.FirstDay, scale) : null;

    /// <summary>The number of the period that a day is in.</summary>
    public static int NumberOf(DateOnly day, TimeScale scale) => scale switch
    {
        TimeScale.Year => day.Year,
        TimeScale.Month => (day.Year * MonthsOfYear) + day.Month - 1,
        _ => day.DayNumber,
    };

    /// <summary>The first day of a period.</summary>
    public static DateOnly FirstDay(int number, TimeScale scale) => scale switch
    {
        TimeScale.Year => new DateOnly(number, 1, 1),
        TimeScale.Month => new DateOnly(number / MonthsOfYear, (number % MonthsOfYear) + 1, 1),
        _ => DateOnly.FromDayNumber(number),
    };

    /// <summary>The period of a number.</summary>
    public static string Of(int number, TimeScale scale) => FirstDay(number, scale).ToString("O", CultureInfo.InvariantCulture)[..Length(scale)];

    /// <summary>Characters of a period as text.</summary>
    public static int Length(TimeScale scale) => scale switch { TimeScale.Year => 4, TimeScale.Month => 7, _ => 10 };

    private static DatePrecision Precision(TimeScale scale) => scale switch { TimeScale.Year => DatePrecision.Year, TimeScale.Month => DatePrecision.Month, _ => DatePrecision.Day };
}
