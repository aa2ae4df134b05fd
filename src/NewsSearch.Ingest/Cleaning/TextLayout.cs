using System.Text;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>Text as it comes -> text in tidy paragraphs: one empty line between two, no white space at the ends of lines, no control characters.</summary>
/// <remarks>Only white space and control characters change. Each line is a paragraph where some are too long to be wrapped, and where no line is empty, unless all were wrapped.</remarks>
internal static class TextLayout
{
    private const int ShortestWrappedLine = 50;
    private const int LongestWrappedLine = 90;

    public static string Tidy(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines()) lines.Add(TidyLine(line));
        var hasEmptyLines = HasInnerEmptyLine(lines);
        var breaksAtEachLine = lines.Exists(line => line.Length > LongestWrappedLine) || (!hasEmptyLines && !IsWrapped(lines));
        var tidy = new StringBuilder(text.Length);
        var isAfterBreak = false;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                isAfterBreak = true;
                continue;
            }
            if (tidy.Length > 0) tidy.Append(isAfterBreak || breaksAtEachLine ? "\n\n" : "\n");
            tidy.Append(line);
            isAfterBreak = false;
        }
        return tidy.ToString();
    }

    /// <summary>The lines of one paragraph, tidied; empty ones go.</summary>
    public static string TidyParagraph(string text) => string.Join('\n', text.Split('\n').Select(line => TidyLine(line)).Where(line => line.Length > 0));

    private static string TidyLine(ReadOnlySpan<char> line)
    {
        var tidy = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c is '\uFEFF' or '\u00AD' or '\u200B') continue; // marks that are not seen
            tidy.Append(char.IsControl(c) || c == '\u00A0' ? ' ' : c);
        }
        return tidy.ToString().Trim();
    }

    private static bool HasInnerEmptyLine(List<string> lines)
    {
        var first = lines.FindIndex(line => line.Length > 0);
        var last = lines.FindLastIndex(line => line.Length > 0);
        return first >= 0 && lines.FindIndex(first, last - first, line => line.Length == 0) >= 0;
    }

    /// <summary>Whether most lines end where a fixed width made them end.</summary>
    private static bool IsWrapped(List<string> lines)
    {
        var filled = lines.Where(line => line.Length > 0).ToList();
        if (filled.Count < 4) return false;
        var full = filled.Count(line => line.Length is >= ShortestWrappedLine and <= LongestWrappedLine);
        return full * 10 >= filled.Count * 7 && filled.TrueForAll(line => line.Length <= LongestWrappedLine);
    }
}
