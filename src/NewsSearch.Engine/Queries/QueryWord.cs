using System.Globalization;
using System.Text;

namespace NewsSearch.Engine.Queries;

/// <summary>One run of characters without blanks -> a plain word, a pattern, a misspelling, or everything (a lone <c>*</c>).</summary>
/// <remarks>Reading the <see cref="WordNode.Text"/> of a pattern again gives the same pattern: that is what printing relies on.</remarks>
internal static class QueryWord
{
    /// <summary>From this length in characters on, <c>~</c> without a number allows two edits, below it one (taste, as elsewhere).</summary>
    private const int LongWord = 6;

    /// <summary>Guarantees: a <see cref="WordNode"/> or an <see cref="AllNode"/>, whose span is the whole run.</summary>
    public static QueryNode Read(ReadOnlySpan<char> run, int start, QueryNotes notes)
    {
        var span = new QuerySpan(start, start + run.Length);
        if (run.IndexOfAnyExcept('*', '?') < 0 && run.Contains('*'))
        {
            notes.Add("A * completes a word. Alone it finds everything; in a phrase it was left out.", span.Start, span.End);
            return new AllNode(span);
        }

        var core = TrimStart(run, keepWildcards: true).TrimEnd(".,;:!?…)'’");
        var tilde = core.IndexOf('~');
        var isFuzzy = tilde > 0 && !HasLetterOrStar(core[tilde..]);
        var word = Trim(isFuzzy ? core[..tilde] : run, keepWildcards: true);
        if (!HasLetterOrDigit(word) || word.Contains(':'))
            return Plain(run, span, notes);
        if (IsPattern(word))
        {
            if (isFuzzy)
                notes.Add("A word cannot have both * or ? and ~; the ~ was left out.", span.Start, span.End);
            return new WildcardWord(word.ToString(), span);
        }
        return isFuzzy ? Fuzzy(Trim(word, keepWildcards: false), core[(tilde + 1)..], span, notes) : Plain(run, span, notes);
    }

    private static PlainWord Plain(ReadOnlySpan<char> run, QuerySpan span, QueryNotes notes)
    {
        if (run.Contains('*'))
            notes.Add("This * was read as an ordinary sign: there is no single word that it could complete.", span.Start, span.End);
        else if (run.Length > 1 && run[^1] == '?')
            notes.Add("A ? at the end of a word was read as a question mark; inside a word it stands for one character.", span.End - 1, span.End);
        return new PlainWord(run.ToString(), span);
    }

    private static FuzzyWord Fuzzy(ReadOnlySpan<char> word, ReadOnlySpan<char> edits, QuerySpan span, QueryNotes notes)
    {
        if (edits is "1" or "2")
            return new FuzzyWord(word.ToString(), edits[0] - '0', span);
        var distance = word.Length < LongWord ? 1 : 2;
        if (edits.Length > 0)
            notes.Add($"Behind ~ stands 1 or 2, the number of wrong letters; {distance} was taken.", span.Start, span.End);
        return new FuzzyWord(word.ToString(), distance, span);
    }

    /// <summary>A <c>?</c> counts only with a letter somewhere behind it: people paste questions.</summary>
    private static bool IsPattern(ReadOnlySpan<char> word)
    {
        if (word.Contains('*'))
            return true;
        var mark = word.IndexOf('?');
        return mark >= 0 && HasLetterOrDigit(word[mark..]);
    }

    private static bool HasLetterOrStar(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || rune.Value == '*')
                return true;
        }
        return false;
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                return true;
        }
        return false;
    }

    /// <summary>The word without the punctuation around it, with which no indexed word begins or ends.</summary>
    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> word, bool keepWildcards)
    {
        word = TrimStart(word, keepWildcards);
        while (word.Length > 0 && !IsKept(word[^1], keepWildcards))
            word = word[..^1];
        return word;
    }

    private static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> word, bool keepWildcards)
    {
        while (word.Length > 0 && !IsKept(word[0], keepWildcards))
            word = word[1..];
        return word;
    }

    private static bool IsKept(char c, bool keepWildcards) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark || (keepWildcards && (c is '*' or '?'));
}
