namespace NewsSearch.Engine.Suggest;

/// <summary>Gives a word the capitals of what it takes the place of.</summary>
internal static class Capitals
{
    /// <summary>Never an operator of the query language.</summary>
    public static string Like(ReadOnlySpan<char> typed, string word) => Written(typed, word) is var written && written is "AND" or "OR" or "NOT" ? word : written;

    private static string Written(ReadOnlySpan<char> typed, string word)
    {
        var (upper, lower) = (0, 0);
        foreach (var letter in typed)
        {
            if (char.IsUpper(letter)) upper++;
            else if (char.IsLower(letter)) lower++;
        }

        if (upper == 0) return word;
        if (lower == 0 && upper > 1) return word.ToUpperInvariant();
        // A capital that a slip moved one letter on was meant for the first.
        return typed[..Math.Min(2, typed.Length)].ContainsAnyInRange('A', 'Z') || char.IsUpper(typed[0])
            ? char.ToUpperInvariant(word[0]) + word[1..]
            : word;
    }
}
