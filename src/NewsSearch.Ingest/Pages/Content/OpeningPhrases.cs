namespace NewsSearch.Ingest.Pages.Content;

/// <summary>The words that a block begins with -> the rule by which it, and what it stands above, is no part of the article.</summary>
internal static class OpeningPhrases
{
    private const int LongestOpener = 60;

    private static readonly Dictionary<string, string> Phrases = Read();

    /// <summary>The rule of a short block that is such a phrase, or of a heading that begins with one; null where there is none.</summary>
    public static string? RuleOfOpener(Block block)
    {
        if (block.Text.Length > LongestOpener) return null;
        var whole = block.Text.AsSpan().Trim(" :.…!?-–—>»|").ToString().ToLowerInvariant();
        if (Phrases.TryGetValue(whole, out var rule)) return rule;
        return block.Kind == BlockKind.Heading || block.LinkDensity > 0.4 ? RuleOfBeginning(block) : null;
    }

    /// <summary>The rule of a block that begins with such a phrase and then names something: "Read also: …".</summary>
    public static string? RuleOfBeginning(Block block)
    {
        var start = block.Text[..Math.Min(block.Text.Length, LongestOpener)].ToLowerInvariant();
        var known = Phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = start.Length - 1; end > 2; end--)
        {
            var isEnd = start[end] is ':' or '|' or '→' or '>' or '»' || ((block.LinkDensity > 0.4 || block.Kind == BlockKind.Heading) && start[end] == ' ');
            if (isEnd && known.TryGetValue(start.AsSpan(0, end).Trim(), out var rule)) return rule;
        }

        return null;
    }

    private static Dictionary<string, string> Read()
    {
        using var lines = new StreamReader(typeof(OpeningPhrases).Assembly.GetManifestResourceStream("phrases.txt")!);
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var rule, var list]) continue;
            foreach (var phrase in list.Split('|')) phrases.TryAdd(phrase, rule);
        }

        return phrases;
    }
}
