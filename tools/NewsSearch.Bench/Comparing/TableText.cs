using System.Globalization;
using System.Text;

namespace NewsSearch.Bench.Comparing;

/// <summary>Rows -> a table for the terminal, or in Markdown for a page.</summary>
internal static class TableText
{
    private const string NotMeasured = "-";

    public static string Plain(IReadOnlyList<ComparisonRow> rows, string peer)
    {
        var cells = Cells(rows, peer);
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (var row in cells)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
        return text.ToString();
    }

    public static string Markdown(IReadOnlyList<ComparisonRow> rows, string peer)
    {
        var cells = Cells(rows, peer);
        var text = new StringBuilder();
        foreach (var (number, row) in cells.Index())
        {
            text.AppendLine("| " + string.Join(" | ", row) + " |");
            if (number == 0) text.AppendLine("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", row.Length - 1)));
        }

        return text.ToString();
    }

    private static List<string[]> Cells(IReadOnlyList<ComparisonRow> rows, string peer) =>
        [["measure", "newssearch", peer, $"{peer} / newssearch"], .. rows.Select(row => new[] { row.Measure, Number(row.Ours), Number(row.Peer), row.Ratio?.ToString("N2", CultureInfo.InvariantCulture) ?? NotMeasured })];

    private static string Number(double? value) => value?.ToString(value >= 100 ? "N0" : value >= 10 ? "F1" : "F2", CultureInfo.InvariantCulture) ?? NotMeasured;
}
