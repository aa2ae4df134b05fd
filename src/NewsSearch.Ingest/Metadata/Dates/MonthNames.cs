using System.Globalization;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>A month's name or its short form, in any of the common languages -> its number.</summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, int> Numbers = Read();

    /// <summary>1 to 12; null where the word names no month.</summary>
    public static int? Number(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[32];
        if (word.Length > lower.Length) return null;
        var length = word.ToLowerInvariant(lower);
        return Numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..length], out var number) ? number : null;
    }

    private static Dictionary<string, int> Read()
    {
        using var lines = new StreamReader(typeof(MonthNames).Assembly.GetManifestResourceStream("months.txt")!);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // Two languages may use one word for neighbouring months: the first line wins.
            foreach (var word in words.Skip(1)) numbers.TryAdd(word, int.Parse(words[0], CultureInfo.InvariantCulture));
        }

        return numbers;
    }
}
