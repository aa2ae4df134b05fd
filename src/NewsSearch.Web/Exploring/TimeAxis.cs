using System.Globalization;
using NewsSearch.Archive.Times;

namespace NewsSearch.Web.Exploring;

/// <summary>Words under a line chart: few, at round times.</summary>
internal static class TimeAxis
{
    /// <summary>Taste: what has room on a phone where every second one is left out.</summary>
    private const int MostTicks = 6;

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120], OtherSteps = [1, 2, 5, 10, 20, 50, 100];

    private const int MonthsOfYear = 12;

    /// <summary>Columns with their words.</summary>
    /// <param name="first">Number of the first period.</param>
    /// <param name="columns">How many periods.</param>
    /// <param name="scale">Their length.</param>
    public static IEnumerable<(int Column, string Words)> Ticks(int first, int columns, TimeScale scale)
    {
        var steps = scale == TimeScale.Month ? MonthSteps : OtherSteps;
        var step = steps.FirstOrDefault(step => columns <= step * MostTicks, steps[^1]);
        var form = scale switch { TimeScale.Year => "yyyy", TimeScale.Month => step >= MonthsOfYear ? "yyyy" : "MMM yyyy", _ => "d MMM" };
        return Enumerable.Range(0, columns).Where(column => (first + column) % step == 0)
            .Select(column => (column, Periods.FirstDay(first + column, scale).ToString(form, CultureInfo.InvariantCulture)));
    }
}
