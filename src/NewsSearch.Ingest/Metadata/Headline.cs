using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Metadata;

/// <summary>A text's first line, where it reads as a headline: short, without a full stop, before a longer paragraph.</summary>
internal static class Headline
{
    private const int LongestLength = 200;

    /// <summary>A line under the headline within one paragraph must be this long, or both are lines of one wrapped paragraph.</summary>
    private const int ShortestLineBelow = 120;

    /// <summary>The headline's place in the draft; null where there is none.</summary>
    public static TextRange? Find(Draft draft)
    {
        if (draft.Paragraphs is not [var first, ..]) return null;
        var feed = draft.Text.IndexOf('\n', first.Start, first.End - first.Start);
        if (feed < 0) return draft.Paragraphs.Count > 1 && IsHeadline(draft[first]) && HasLonger(draft) ? first : null;
        var line = new TextRange(first.Start, feed);
        var below = draft.Text.IndexOf('\n', feed + 1, first.End - feed - 1);
        return (below < 0 ? first.End : below) - feed > ShortestLineBelow && IsHeadline(draft[line]) ? line : null;
    }

    private static bool HasLonger(Draft draft)
    {
        var first = draft.Paragraphs[0];
        return draft.Paragraphs.Any(paragraph => paragraph.End - paragraph.Start > first.End - first.Start);
    }

    private static bool IsHeadline(string line) =>
        line.Length <= LongestLength && line.Contains(' ', StringComparison.Ordinal) && line.Any(char.IsLetter)
        && line[^1] is not ('.' or ',' or ';' or ':' or '-') && !EndsWithStopInQuotes(line)
        && !line.StartsWith("By ", StringComparison.Ordinal) && !line.StartsWith("http", StringComparison.Ordinal) && line[0] != '(';

    private static bool EndsWithStopInQuotes(string line) => line[^1] is '"' or '”' or '’' or '\'' && line.Length > 1 && line[^2] is '.' or ',';
}
