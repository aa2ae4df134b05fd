using NewsSearch.Engine.Analysis.Unicode;

namespace NewsSearch.Engine.Analysis;

/// <summary>Our rules on top of UAX #29: possessives, acronyms, and the form of a word.</summary>
internal static class WordRules
{
    /// <summary>An s that stands alone behind an apostrophe, as in U.S.'s, 1980's, “Forbes”’s: the rest of a possessive, not a word.</summary>
    /// <remarks>Not where an apostrophe follows too: there the letter itself is quoted ('s').</remarks>
    public static bool IsDetachedPossessive(ReadOnlySpan<char> text, int start, int end) =>
        end - start == 1 && IsS(text[start]) && start > 0 && IsApostrophe(text[start - 1])
        && (end == text.Length || !IsApostrophe(text[end]));

    /// <summary>Cuts 's off, then apostrophes at both ends.</summary>
    public static void Trim(ReadOnlySpan<char> text, ref int start, ref int end)
    {
        while (end - start > 2 && IsS(text[end - 1]) && IsApostrophe(text[end - 2]))
            end -= 2;
        while (start < end && IsApostrophe(text[start]))
            start++;
        while (start < end && IsApostrophe(text[end - 1]))
            end--;
    }

    /// <summary>Single letters with dots between: U.S, J.R.R; not example.org, 3.5 or Ph.D.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> text, int start, int end)
    {
        var dots = 0;
        var letters = 0; // since the last dot
        for (var at = start; at < end; at += CodePoints.Length(CodePoints.At(text, at)))
        {
            var traits = UnicodeTables.TraitsOf(CodePoints.At(text, at));
            if (IsDot(text[at]) && letters == 1)
                (dots, letters) = (dots + 1, 0);
            else if (traits.IsLetter && letters == 0)
                letters = 1;
            else if (!traits.IsAttached)
                return false;
        }
        return dots > 0;
    }

    /// <summary>Writes the word form of <paramref name="source"/> as far as <paramref name="word"/> has room; returns its length.</summary>
    public static int WriteWord(ReadOnlySpan<char> source, Span<char> word, bool dropDots)
    {
        var length = 0;
        for (var at = 0; at < source.Length;)
        {
            var codePoint = CodePoints.At(source, at);
            var units = source.Slice(at, CodePoints.Length(codePoint));
            at += units.Length;
            if (dropDots && IsDot(units[0]))
                continue;
            var value = UnicodeTables.WordForms[codePoint];
            var form = value == 0 ? units : UnicodeTables.Text(value);
            if (length + form.Length > word.Length)
                break;
            form.CopyTo(word[length..]);
            length += form.Length;
        }
        return length;
    }

    /// <summary>The most units, but no more than <paramref name="most"/>, that end at the end of a code point.</summary>
    public static int CutLength(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
            return text.Length;
        return char.IsHighSurrogate(text[most - 1]) && char.IsLowSurrogate(text[most]) ? most - 1 : most;
    }

    private static bool IsS(char c) => c is 's' or 'S';

    /// <summary>Straight, curly (either way), modifier letter and full-width.</summary>
    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\uFF07';

    /// <summary>Full stop, one dot leader, small and full-width full stop: what may join letters by UAX #29.</summary>
    private static bool IsDot(char c) => c is '.' or '\u2024' or '\uFE52' or '\uFF0E';
}
