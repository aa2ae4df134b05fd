namespace NewsSearch.Ingest.Pages.Content;

/// <summary>Class and id of an element -> the rule by which it is no part of the article, if its names say so.</summary>
internal static class BoilerplateNames
{
    private const int LongestName = 64;

    private const int PrefixLists = 32;

    /// <summary>By their first letters.</summary>
    private static readonly List<(string Rule, string Prefix)>[] Prefixes = [.. Enumerable.Range(0, PrefixLists).Select(_ => new List<(string, string)>())];
    private static readonly Dictionary<string, string> Exact = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> First = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Words = Read();

    /// <summary>The rule; null where the names say nothing.</summary>
    /// <param name="names">Class names, or an id, separated by white space.</param>
    public static string? Rule(string? names)
    {
        if (names is null) return null;
        foreach (var range in names.AsSpan().SplitAny(' ', '\n', '\t', '\r'))
        {
            var name = names.AsSpan()[range];
            if (name.Length is 0 or > LongestName) continue;
            if (RuleOfName(name) is { } rule) return rule;
        }

        return null;
    }

    private static string? RuleOfName(ReadOnlySpan<char> name)
    {
        Span<char> split = new char[2 * LongestName];
        var lower = split[..Split(name, split)];
        if (Exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var rule)) return rule;
        if (First.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..EndOfWord(lower, 0)], out rule)) return rule;
        var known = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < lower.Length;)
        {
            var end = EndOfWord(lower, start);
            if (known.TryGetValue(lower[start..end], out rule)) return rule;
            var second = end < lower.Length ? EndOfWord(lower, end + 1) : end;
            if (second > end && known.TryGetValue(lower[start..second], out rule)) return rule;
            var third = second > end && second < lower.Length ? EndOfWord(lower, second + 1) : second;
            if (third > second && known.TryGetValue(lower[start..third], out rule)) return rule;
            foreach (var (prefixRule, prefix) in Prefixes[lower[start] & (PrefixLists - 1)])
            {
                if (lower[start..end].StartsWith(prefix, StringComparison.Ordinal)) return prefixRule;
            }

            start = end + 1;
        }

        return null;
    }

    private static int EndOfWord(ReadOnlySpan<char> words, int start)
    {
        var length = words[start..].IndexOf('-');
        return length < 0 ? words.Length : start + length;
    }

    /// <summary>"relatedPosts_list" -> "related-posts-list".</summary>
    private static int Split(ReadOnlySpan<char> name, Span<char> split)
    {
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetterOrDigit(c))
            {
                if (length > 0 && split[length - 1] != '-') split[length++] = '-';
                continue;
            }

            if (i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1])) split[length++] = '-';
            split[length++] = char.ToLowerInvariant(c);
        }

        return length > 0 && split[length - 1] == '-' ? length - 1 : length;
    }

    private static Dictionary<string, string> Read()
    {
        using var lines = new StreamReader(typeof(BoilerplateNames).Assembly.GetManifestResourceStream("boilerplate.txt")!);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var entries = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var entry in entries.Skip(1))
            {
                if (entry[0] == '=') Exact.TryAdd(entry[1..], entries[0]);
                else if (entry[0] == '^') First.TryAdd(entry[1..], entries[0]);
                else if (entry[^1] == '*') Prefixes[entry[0] & (PrefixLists - 1)].Add((entries[0], entry[..^1]));
                else words.TryAdd(entry, entries[0]);
            }
        }

        return words;
    }
}
