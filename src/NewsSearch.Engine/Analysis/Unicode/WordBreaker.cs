using static NewsSearch.Engine.Analysis.Unicode.WordBreakClass;

namespace NewsSearch.Engine.Analysis.Unicode;

/// <summary>Text -> segments between the default word boundaries of Unicode.</summary>
/// <remarks>
/// Source: UAX #29, section 4.1, rules WB1 to WB999, over the tables of <see cref="UnicodeTables"/>; tailored in one point,
/// a zero-width space counts as Format, not as a boundary. A lone surrogate counts as Other. Runs forward and looks ahead one significant character, so all segments of a text take time linear in its length.
/// </remarks>
internal static class WordBreaker
{
    /// <summary>End of the segment that begins at <paramref name="start"/>.</summary>
    /// <remarks>Requires: start is a boundary, start &lt; text.Length. Guarantees: start &lt; result &lt;= text.Length.</remarks>
    public static int NextBoundary(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        var first = Read(text, ref at).WordBreak;
        if (first is CR)
            return at < text.Length && text[at] == '\n' ? at + 1 : at; // WB3
        if (first is LF or Newline)
            return at; // WB3a

        var raw = first;            // class of the character just before `at`
        var last = first;           // the same, but characters attached by WB4 do not count
        var beforeLast = Other;
        var flagsPaired = false;    // a pair of regional indicators is complete
        while (at < text.Length)
        {
            var next = at;
            var traits = Read(text, ref next);
            var current = traits.WordBreak;
            if (current is CR or LF or Newline)
                return at; // WB3b
            if (traits.IsAttached)
            {
                raw = current; // WB4
                at = next;
                continue;
            }
            var joined = (raw is ZWJ && traits.IsPictographic)      // WB3c
                || (raw is WSegSpace && current is WSegSpace)       // WB3d
                || (last is RegionalIndicator && current is RegionalIndicator && !flagsPaired) // WB15, WB16
                || Joins(beforeLast, last, current, text, next);
            if (!joined)
                return at; // WB999
            flagsPaired = last is RegionalIndicator;
            beforeLast = last;
            last = raw = current;
            at = next;
        }
        return at; // WB2
    }

    /// <summary>Rules WB5 to WB13b for the place between last and current; the text goes on at <paramref name="next"/>.</summary>
    private static bool Joins(WordBreakClass beforeLast, WordBreakClass last, WordBreakClass current, ReadOnlySpan<char> text, int next)
    {
        switch (current)
        {
            case ALetter or HebrewLetter:
                return IsLetter(last) || last is Numeric or ExtendNumLet                            // WB5, WB10, WB13b
                    || (IsLetter(beforeLast) && JoinsLetters(last))                                 // WB7
                    || (current is HebrewLetter && beforeLast is HebrewLetter && last is DoubleQuote); // WB7c
            case Numeric:
                return IsLetter(last) || last is Numeric or ExtendNumLet                            // WB8, WB9, WB13b
                    || (beforeLast is Numeric && JoinsNumbers(last));                               // WB11
            case Katakana:
                return last is Katakana or ExtendNumLet;                                            // WB13, WB13b
            case ExtendNumLet:
                return IsLetter(last) || last is Numeric or Katakana or ExtendNumLet;               // WB13a
            case SingleQuote when last is HebrewLetter:
                return true;                                                                        // WB7a
            case DoubleQuote:
                return last is HebrewLetter && Significant(text, next) is HebrewLetter;             // WB7b
        }
        return (IsLetter(last) && JoinsLetters(current) && IsLetter(Significant(text, next)))       // WB6
            || (last is Numeric && JoinsNumbers(current) && Significant(text, next) is Numeric);    // WB12
    }

    private static bool IsLetter(WordBreakClass c) => c is ALetter or HebrewLetter;

    private static bool JoinsLetters(WordBreakClass c) => c is MidLetter or MidNumLet or SingleQuote;

    private static bool JoinsNumbers(WordBreakClass c) => c is MidNum or MidNumLet or SingleQuote;

    /// <summary>Class of the first character at or after <paramref name="at"/> that WB4 does not attach; Other at the end.</summary>
    private static WordBreakClass Significant(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var traits = Read(text, ref at);
            if (!traits.IsAttached)
                return traits.WordBreak;
        }
        return Other;
    }

    private static CharTraits Read(ReadOnlySpan<char> text, ref int at)
    {
        var codePoint = CodePoints.At(text, at);
        at += CodePoints.Length(codePoint);
        return UnicodeTables.TraitsOf(codePoint);
    }
}
