using System.Collections.Frozen;

namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>English word -> the word whose ending is then cut: the base of an irregular form (said, say), or the American spelling (defence,
/// defense). Other words stay.</summary>
/// <remarks>A stemmer knows endings alone. The lists are ours (english-irregular.txt, english-spellings.txt).</remarks>
internal static class EnglishForms
{
    private static readonly FrozenDictionary<string, string> Irregular = ReadIrregular(), Spellings = ReadSpellings();
    private static readonly int Longest = Spellings.Keys.Max(begin => begin.Length), Shortest = Spellings.Keys.Min(begin => begin.Length);

    /// <summary>Rewrites the first <paramref name="length"/> units in place and returns the new length. Requires: lower case; room for twice the length.</summary>
    public static int Apply(Span<char> word, int length)
    {
        if (Irregular.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word[..length], out var form)) return Replace(word, length, length, form);
        var spellings = Spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var begin = Math.Min(length, Longest); begin >= Shortest; begin--)
        {
            if (!spellings.TryGetValue(word[..begin], out var american)) continue;
            return word[..length].StartsWith(american) ? length : Replace(word, length, begin, american); // fulfil is in fulfill
        }

        return length;
    }

    private static int Replace(Span<char> word, int length, int begin, string by)
    {
        word[begin..length].CopyTo(word[by.Length..]);
        by.CopyTo(word);
        return length - begin + by.Length;
    }

    private static FrozenDictionary<string, string> ReadIrregular() =>
        (from line in Lines("english-irregular.txt") from form in line.After.Split(' ') select KeyValuePair.Create(form, line.Before)).ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> ReadSpellings() =>
        (from line in Lines("english-spellings.txt")
         from endings in line.Before.Split(' ').Select(pair => pair.Split('='))
         from begin in line.After.Split(' ').Select(begin => begin.TrimEnd('-'))
         select KeyValuePair.Create(begin + endings[0], begin + endings[1])).ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<(string Before, string After)> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(EnglishForms).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split(": ") is [var before, var after]) yield return (before, after);
        }
    }
}
