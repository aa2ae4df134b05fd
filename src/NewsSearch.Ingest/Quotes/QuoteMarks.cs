using System.Buffers;

namespace NewsSearch.Ingest.Quotes;

/// <summary>A stretch between quotation marks.</summary>
/// <param name="Start">Behind the opening mark.</param>
/// <param name="End">Before the closing mark, or where the paragraph ends.</param>
/// <param name="OuterStart">Before the opening mark.</param>
/// <param name="OuterEnd">Behind the closing mark.</param>
internal readonly record struct MarkedText(int Start, int End, int OuterStart, int OuterEnd)
{
    /// <summary>Whether a closing mark was there.</summary>
    public bool IsClosed => OuterEnd > End;
}

/// <summary>Text -> what stands between quotation marks, in order, the outermost only. Linear in the text.</summary>
/// <remarks>
/// Invariant: a stretch lies within a paragraph, is trimmed, holds something, and overlaps no other. A paragraph that opens a quotation and
/// does not close it counts to its end where the next one opens again, or where it can only have been forgotten.
/// </remarks>
internal static class QuoteMarks
{
    /// <summary>Longer stretches are not in single marks, but between two apostrophes; taste.</summary>
    private const int LongestInSingleMarks = 500;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"＂“”„‟«»‹›‘’‚'`「」『』");

    /// <summary>Kinds of marks that close each other.</summary>
    private enum Family
    {
        None,
        Double,
        Single,
        Angle,
        SingleAngle,
        Corner,
        WhiteCorner,
    }

    public static List<MarkedText> Find(ReadOnlySpan<char> text)
    {
        var found = new List<MarkedText>();
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOf("\n\n");
            var end = length < 0 ? text.Length : start + length;
            FindInParagraph(text, start, end, found);
            start = end + 2;
        }
        return found;
    }

    private static void FindInParagraph(ReadOnlySpan<char> text, int start, int end, List<MarkedText> found)
    {
        var open = Family.None;
        int openAt = 0, openEnd = 0;
        for (var i = start; i < end;)
        {
            var next = text[i..end].IndexOfAny(Marks);
            if (next < 0) break;
            var at = i + next;
            var (family, length) = FamilyAt(text, at, end);
            i = at + length;
            if (open != Family.None && family != open) continue;
            if (open == Family.None)
            {
                if (family == Family.Single)
                {
                    if (!OpensSingle(text, at, start, end) || ClosingSingle(text, i, Math.Min(end, i + LongestInSingleMarks)) is not (>= 0 and var close)) continue;
                    Add(text, at, i, close, close + 1, found);
                    i = close + 1;
                }
                else if (Opens(text, at, i, start, end))
                {
                    (open, openAt, openEnd) = (family, at, i);
                }
            }
            else if (OpensAgain(text, openAt, at, i, end))
            {
                Add(text, openAt, openEnd, at, at, found);
                (openAt, openEnd) = (at, i);
            }
            else
            {
                Add(text, openAt, openEnd, at, i, found);
                open = Family.None;
            }
        }
        if (open != Family.None && (openAt == start || text[openAt] == '“' || IsAfterPause(text, openAt, start) || NextParagraphOpens(text, end))) Add(text, openAt, openEnd, end, end, found);
    }

    private static void Add(ReadOnlySpan<char> text, int outerStart, int start, int end, int outerEnd, List<MarkedText> found)
    {
        var isClosed = outerEnd > end;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start < end) found.Add(new MarkedText(start, end, outerStart, isClosed ? outerEnd : end));
    }

    private static (Family Family, int Length) FamilyAt(ReadOnlySpan<char> text, int at, int end)
    {
        var isTwice = at + 1 < end && text[at + 1] == text[at];
        return text[at] switch
        {
            '"' or '＂' or '“' or '”' or '„' or '‟' => (Family.Double, 1),
            '\'' or '`' when isTwice => (Family.Double, 2),
            '«' or '»' => (Family.Angle, 1),
            '‹' or '›' => (Family.SingleAngle, 1),
            '「' or '」' => (Family.Corner, 1),
            '『' or '』' => (Family.WhiteCorner, 1),
            _ => (Family.Single, 1),
        };
    }

    private static bool Opens(ReadOnlySpan<char> text, int at, int next, int start, int end)
    {
        if (next >= end || text[at] is '」' or '』') return false;
        if (text[at] is '“' or '„' or '«' or '‹' or '「' or '『' or '`') return true;
        var isAfterSpace = at == start || char.IsWhiteSpace(text[at - 1]) || IsOpeningBracket(text[at - 1]);
        // Swedish ”so” and German »so«; and marks that were turned the wrong way.
        if (text[at] is '”' or '»' or '›' or '‟') return isAfterSpace && char.IsLetterOrDigit(text[next]);
        if (char.IsWhiteSpace(text[next])) return isAfterSpace;
        return isAfterSpace || (!char.IsAsciiDigit(text[at - 1]) && text[next] is not ('.' or ',' or ';' or ':' or '!' or '?' or ')'));
    }

    /// <summary>Whether a mark inside a quotation begins another one, because the first was not closed.</summary>
    private static bool OpensAgain(ReadOnlySpan<char> text, int openAt, int at, int next, int end)
    {
        if (next >= end || text[openAt] is '„') return text[at] is '„';
        if (text[at] is '„' or '「' or '『') return true;
        if (text[at] is '«' or '‹') return text[at] == text[openAt];
        if (text[at] is '”' or '»' or '›' or '‟' or '」' or '』') return false;
        return char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[next]) && !char.IsPunctuation(text[next]);
    }

    private static bool OpensSingle(ReadOnlySpan<char> text, int at, int start, int end) =>
        text[at] is '‘' or '\'' or '‚' && at + 1 < end && char.IsLetter(text[at + 1])
        && (at == start || char.IsWhiteSpace(text[at - 1]) || IsOpeningBracket(text[at - 1]) || text[at - 1] is '—' or '–');

    /// <summary>The closing single mark: one that is no apostrophe, if there is any; else -1.</summary>
    private static int ClosingSingle(ReadOnlySpan<char> text, int from, int end)
    {
        var possessive = -1;
        for (var i = from; i < end; i++)
        {
            var next = text[i..end].IndexOfAny('\'', '’', '‘');
            if (next < 0) break;
            i += next;
            if (text[i] == '‘' || i == from || (i + 1 < end && char.IsLetterOrDigit(text[i + 1]))) continue;
            if (char.IsWhiteSpace(text[i - 1])) continue;
            // "the troops' morale" closes nothing, unless nothing else does.
            if (text[i - 1] != 's' || i + 2 >= end || text[i + 1] != ' ' || !char.IsLower(text[i + 2])) return i;
            if (possessive < 0) possessive = i;
        }
        return possessive;
    }

    private static bool IsOpeningBracket(char c) => c is '(' or '[' or '{' or '‘' or '\'' or '—' or '–';

    private static bool IsAfterPause(ReadOnlySpan<char> text, int at, int start) =>
        at - 2 >= start && text[at - 1] == ' ' && text[at - 2] is ':' or ',';

    private static bool NextParagraphOpens(ReadOnlySpan<char> text, int end) =>
        end + 2 < text.Length && text[end + 2] is '"' or '“' or '„' or '«' or '»' or '‹' or '`';
}
