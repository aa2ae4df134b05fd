using System.Globalization;
using NewsSearch.Archive.Reading;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;
using NewsSearch.Web.Times;

namespace NewsSearch.Web.Exploring;

/// <summary>A day that has articles.</summary>
internal sealed record CalendarDay(string Words, string X, int Y, int Height, string Url);

/// <summary>A year by day: weeks from left to right, their days from Monday down. Across in per cent, down in pixels.</summary>
internal sealed class CalendarYear
{
    /// <summary>Columns that hold any year, and pixels: from day to day, of a day, above the first.</summary>
    public const int Weeks = 54, Pitch = 14, Full = 12, Top = 16;

    private const int DaysOfWeek = 7, Levels = 4;

    private readonly int _firstCell;
    private readonly DateOnly _first;

    /// <param name="year">The year.</param>
    /// <param name="days">All days of which the archive holds anything, with the articles of the search.</param>
    /// <param name="search">The search.</param>
    /// <param name="most">Articles of the fullest day there is, which is the tallest.</param>
    public CalendarYear(int year, IEnumerable<PeriodCount> days, SearchState search, long most)
    {
        Year = Periods.Of(year, TimeScale.Year);
        _first = new DateOnly(year, 1, 1);
        _firstCell = ((int)_first.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek;
        var all = days.Where(day => day.Period.StartsWith(Year, StringComparison.Ordinal)).ToList();
        var known = all.Select(day => (Number: Periods.NumberOf(day.Period, TimeScale.Day), day.Count, day.Period)).Where(day => day.Number is not null).ToList();
        Articles = all.Sum(day => day.Count);
        Unplaced = Articles - known.Sum(day => day.Count);
        Url = PeriodUrl.Of(search, Year).ToUrl();
        Days = [.. known.Where(day => day.Count > 0).Select(day =>
        {
            var (week, weekday) = Cell(day.Number!.Value);
            var height = Full * (int)Math.Ceiling(Levels * Math.Sqrt((double)day.Count / most)) / Levels;
            return new CalendarDay($"{PeriodInWords.Of(day.Period)}: {InWords.Count(day.Count, "article")}", TimeChart.Percent((week + 0.08) * 100 / Weeks), Top + (weekday * Pitch) + Full - height, height, PeriodUrl.Of(search, day.Period).ToUrl());
        })];
        Ground = string.Concat(known.Select(day => Cell(day.Number!.Value)).Select(cell => string.Create(CultureInfo.InvariantCulture, $"M{cell.Week}.08 {cell.Weekday * Pitch}h.84v{Full}h-.84z")));
    }

    public static int Height => Top + (DaysOfWeek * Pitch);

    public static string DayWidth => TimeChart.Percent(0.84 * 100 / Weeks);

    public string Year { get; }

    public string Url { get; }

    public long Articles { get; }

    /// <summary>Articles of the year of which the day is not known.</summary>
    public long Unplaced { get; }

    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>All days of which anything is held, as one shape.</summary>
    public string Ground { get; }

    /// <summary>Where each month begins.</summary>
    public IEnumerable<(string X, string Words)> Months => Enumerable.Range(1, 12).Select(month =>
        (TimeChart.Percent(Cell(new DateOnly(_first.Year, month, 1).DayNumber).Week * 100.0 / Weeks), CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[month - 1]));

    private (int Week, int Weekday) Cell(int dayNumber)
    {
        var cell = dayNumber - _first.DayNumber + _firstCell;
        return (cell / DaysOfWeek, cell % DaysOfWeek);
    }
}
