using NewsSearch.Archive;

namespace NewsSearch.Ingest.Readers.Wires.Newswire;

/// <summary>What the agencies' formats have in common: a headline repeated above the text, agencies named in many places.</summary>
internal static class WireText
{
    /// <summary>The body without a first paragraph that is the title, and no lead that is the title.</summary>
    public static Article Tidied(Article article)
    {
        if (article.Title is not { } title) return article;
        var isRepeated = article.Body.StartsWith(title + "\n\n", StringComparison.Ordinal);
        return article with
        {
            Body = isRepeated ? article.Body[(title.Length + 2)..] : article.Body,
            Lead = article.Lead == title ? null : article.Lead,
        };
    }

    /// <summary>The agencies that any of the credits names.</summary>
    public static IReadOnlyList<string> AgenciesIn(params IEnumerable<string?> credits) =>
        [.. credits.OfType<string>().SelectMany(Metadata.Agencies.NamedIn).Distinct(StringComparer.Ordinal)];

    /// <summary>The first name that is one, and the rule that gave it.</summary>
    public static (string? Name, string? Rule) First(params IEnumerable<(string? Name, string Rule)> candidates) =>
        candidates.Where(candidate => !string.IsNullOrWhiteSpace(candidate.Name)).Select(candidate => (candidate.Name, (string?)candidate.Rule)).FirstOrDefault();
}
