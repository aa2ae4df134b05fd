namespace NewsSearch.Engine.Analysis;

/// <summary>The short way for words of ASCII letters and digits, which most English words are.</summary>
internal static class AsciiWords
{
    /// <summary>Units of the word at <paramref name="start"/>; 0 where only the plain way can tell.</summary>
    /// <remarks>Guarantees: a result over 0 is a word of the plain way, without acronym dots, possessive or CJK beside it.</remarks>
    public static int Length(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return EndsBefore(text, end) ? end - start : 0;
    }

    public static void Lower(ReadOnlySpan<char> word, Span<char> lower)
    {
        for (var i = 0; i < word.Length; i++)
            lower[i] = char.IsAsciiLetterUpper(word[i]) ? (char)(word[i] | 0x20) : word[i];
    }

    /// <summary>No rule of UAX #29 joins what stands at <paramref name="end"/> to letters or digits before it.</summary>
    private static bool EndsBefore(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length)
            return true;
        if (text[end] is '\'' or '.' or ',' or ':' or ';')
            return end + 1 == text.Length || (char.IsAscii(text[end + 1]) && !char.IsAsciiLetterOrDigit(text[end + 1]));
        return char.IsAscii(text[end]) && text[end] != '_';
    }
}
