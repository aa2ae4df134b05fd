using System.Buffers;
using System.Text;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>Text as it comes -> text in tidy paragraphs: one empty line between two, no white space at the ends of lines, no control characters.</summary>
/// <remarks>Only white space and control characters change. Each line is a paragraph where some are too long to be wrapped, and where no line is empty, unless all were wrapped.</remarks>
internal static class TextLayout
{
    private const int ShortestWrappedLine = 50;
    private const int LongestWrappedLine = 90;

    /// <summary>What a tidy line does not hold: marks that are not seen, control characters, spaces that do not break.</summary>
    private static readonly SearchValues<char> Untidy = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA1).Select(unit => (char)unit).Where(char.IsControl), '\u00A0', '\uFEFF', '\u00AD', '\u200B']);

    public static string Tidy(string text)
    {
        var lines = new List<ReadOnlyMemory<char>>();
        foreach (var line in text.AsSpan().EnumerateLines()) lines.Add(TidyLine(line, text));
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
            tidy.Append(line.Span);
            isAfterBreak = false;
        }
        return tidy.ToString();
    }

    /// <summary>The words of a text, one space between two.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of one paragraph, tidied; empty ones go.</summary>
    public static string TidyParagraph(string text) =>
        !text.AsSpan().ContainsAny(Untidy) ? text.Trim()
        : string.Join('\n', text.Split('\n').Select(line => TidyLine(line)).Where(line => line.Length > 0));

    /// <summary>The line as a part of its text, where nothing but its ends is to be changed; else rewritten.</summary>
    private static ReadOnlyMemory<char> TidyLine(ReadOnlySpan<char> line, string text)
    {
        if (line.ContainsAny(Untidy)) return TidyLine(line).AsMemory();
        line = line.Trim();
        return text.AsSpan().Overlaps(line, out var start) ? text.AsMemory(start, line.Length) : default;
    }

    /// <summary>Any line.</summary>
    internal static string TidyLine(ReadOnlySpan<char> line)
    {
        var tidy = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c is '\uFEFF' or '\u00AD' or '\u200B') continue; // marks that are not seen
            tidy.Append(char.IsControl(c) || c == '\u00A0' ? ' ' : c);
        }
        return tidy.ToString().Trim();
    }

    private static bool HasInnerEmptyLine(List<ReadOnlyMemory<char>> lines)
    {
        var first = lines.FindIndex(line => line.Length > 0);
        var last = lines.FindLastIndex(line => line.Length > 0);
        return first >= 0 && lines.FindIndex(first, last - first, line => line.Length == 0) >= 0;
    }

    /// <summary>Whether most lines end where a fixed width made them end.</summary>
    private static bool IsWrapped(List<ReadOnlyMemory<char>> lines)
    {
        int filled = 0, full = 0;
        foreach (var line in lines)
        {
            if (line.Length > LongestWrappedLine) return false;
            if (line.Length > 0) filled++;
            if (line.Length >= ShortestWrappedLine) full++;
        }
        return filled >= 4 && full * 10 >= filled * 7;
    }
}
