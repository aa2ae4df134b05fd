using System.Globalization;

namespace NewsSearch.Engine.Highlighting;

/// <summary>Where a passage may begin and end: with a sentence if one is near, else with a word, never inside a mark.</summary>
internal static class PassageEdges
{
    /// <summary>How far a word boundary is looked for; scripts without blanks have none. Taste.</summary>
    private const int LongestWord = 40;

    /// <summary>Letters before a full stop that ends a sentence and not an abbreviation (Mr. No. U.S.). Taste.</summary>
    private const int ShortestLastWord = 3;

    /// <summary>A passage of about <paramref name="length"/> that holds the core and stays within the room, without blanks at its ends.</summary>
    public static Mark Widen(string text, IReadOnlyList<Mark> marks, Mark core, Mark room, int length)
    {
        var spare = Math.Max(0, length - (core.End - core.Start));
        var behind = room.End - core.End;
        // A third of the context stands before the match, two thirds to reach the beginning of its sentence; more where the
        // text behind the match is short.
        var before = Math.Max(spare / 3, spare - behind);
        var most = Math.Max(spare / 3 * 2, before);
        var start = Start(text, core.Start, Math.Max(room.Start, core.Start - most), Math.Max(room.Start, core.Start - before));
        start = Math.Max(room.Start, OutOfMark(marks, start, core.Start, isStart: true));

        var latest = Math.Max(core.End, (int)Math.Min(room.End, (long)start + length));
        var end = Math.Max(core.End, OutOfMark(marks, End(text, core.End, latest, start), core.End, isStart: false));
        while (start < core.Start && MarkedHtml.Blanks.Contains(text[start]))
            start++;
        while (end > core.End && MarkedHtml.Blanks.Contains(text[end - 1]))
            end--;
        return new Mark(start, end);
    }

    /// <summary>The first sentence that begins in [earliest, core] within the wanted context, else the first word there.</summary>
    private static int Start(string text, int core, int earliest, int wanted)
    {
        for (var at = core; at >= earliest; at--)
        {
            if (IsSentenceStart(text, at))
                return at;
        }
        for (var at = wanted; at < wanted + LongestWord; at++)
        {
            if (at == core || at == 0 || MarkedHtml.Blanks.Contains(text[at - 1]))
                return at;
        }
        return WholeCharacter(text, wanted);
    }

    /// <summary>The end of the last sentence that leaves the passage more than half full, else of the last word.</summary>
    private static int End(string text, int core, int latest, int start)
    {
        if (latest == text.Length)
            return latest;
        for (var at = latest; at >= core && at - start > (latest - start) / 2; at--)
        {
            if (IsSentenceStart(text, at))
                return at;
        }
        for (var at = latest; at > Math.Max(start, latest - LongestWord); at--)
        {
            if (at == core || MarkedHtml.Blanks.Contains(text[at]))
                return at;
        }
        return WholeCharacter(text, latest);
    }

    /// <summary>Behind a line break, a full stop of the East, or a stop that blanks and no small letter follow.</summary>
    private static bool IsSentenceStart(string text, int at)
    {
        if (at == 0)
            return true;
        if (text[at - 1] is '\n' or '。' or '！' or '？')
            return true;
        if (at == text.Length || !char.IsWhiteSpace(text[at - 1]) || char.IsWhiteSpace(text[at]) || char.IsLower(text[at]))
            return false;
        var end = at - 1;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || IsClosing(text[end - 1])) && at - end < LongestWord)
            end--;
        if (end == 0 || text[end - 1] is not ('.' or '!' or '?' or '…'))
            return false;
        var letters = 0;
        while (letters < ShortestLastWord && end - 2 - letters >= 0 && char.IsLetterOrDigit(text[end - 2 - letters]))
            letters++;
        return text[end - 1] != '.' || letters == ShortestLastWord || (end >= 2 && IsClosing(text[end - 2]));
    }

    private static bool IsClosing(char c) => c is '"' or '\'' or '”' or '’' or '»' or '“' or ')' or ']';

    /// <summary>The place, or the one before it if it would part a character from its second half or its marks.</summary>
    public static int WholeCharacter(string text, int at)
    {
        for (var tries = 0; at > 0 && at < text.Length && tries < LongestWord && IsInside(text, at); tries++)
            at--;
        return at;
    }

    private static bool IsInside(string text, int at) => char.IsSurrogatePair(text[at - 1], text[at])
        || CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Moves an edge that lies inside a mark towards the core, to the edge of the mark.</summary>
    private static int OutOfMark(IReadOnlyList<Mark> marks, int at, int core, bool isStart)
    {
        int low = 0, high = marks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].End <= at)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == marks.Count || marks[low].Start >= at)
            return at;
        return isStart ? Math.Min(marks[low].End, core) : Math.Max(marks[low].Start, core);
    }
}
