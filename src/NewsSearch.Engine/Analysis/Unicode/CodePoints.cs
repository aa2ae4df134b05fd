namespace NewsSearch.Engine.Analysis.Unicode;

/// <summary>UTF-16 text -> code points. A lone surrogate is a code point of its own and never an error.</summary>
internal static class CodePoints
{
    /// <summary>The code point that starts at <paramref name="at"/>. Requires: at &lt; text.Length.</summary>
    public static int At(ReadOnlySpan<char> text, int at)
    {
        var first = text[at];
        return char.IsHighSurrogate(first) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? char.ConvertToUtf32(first, text[at + 1])
            : first;
    }

    /// <summary>UTF-16 units of a code point: 1 or 2.</summary>
    public static int Length(int codePoint) => codePoint > 0xFFFF ? 2 : 1;
}
