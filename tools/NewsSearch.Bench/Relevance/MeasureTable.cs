using System.Globalization;

namespace NewsSearch.Bench.Relevance;

/// <summary>Rows -> lines of a table, each as soon as it is known.</summary>
internal static class MeasureTable
{
    public static string Header { get; } = Line("measure", "on", "newssearch", "plain BM25", "at least");

    public static string Line(MeasureRow row) =>
        Line(row.Measure, row.On, Number(row.Ours), row.Plain is { } plain ? Number(plain) : "-", Number(row.AtLeast)) + (row.IsReached ? "" : "  missed");

    private static string Line(string measure, string on, string ours, string plain, string atLeast) => $"{measure,-42}{on,-25}{ours,10}{plain,12}{atLeast,10}";

    private static string Number(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
