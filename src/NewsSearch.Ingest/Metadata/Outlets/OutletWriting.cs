using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Metadata.Outlets;

/// <summary>An outlet's name as a source writes it -> the outlet, and what else the name told.</summary>
/// <param name="Outlet">The name it is shown under.</param>
/// <param name="Section">The section that the name told: "Opinion" in <c>New York Times - Opinion</c>; null where none.</param>
/// <remarks>
/// <c>CNN (Web News)</c>, <c>Fox News (Online)</c>, <c>Fox Online News</c> tell how the outlet appears, <c>NPR Editorial</c> a part of it. Between
/// brackets or behind a dash this holds for every name; without, only where the rest is an outlet that is known.
/// </remarks>
internal readonly partial record struct OutletWriting(string Outlet, string? Section)
{
    /// <summary>How an outlet appears; says nothing about what it is.</summary>
    private static readonly FrozenSet<string> Appearances = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "web news", "online news", "news", "online", "web", "website", "site", "blog", "blogs", "print", "print edition", "digital", "mobile", "app", "rss", "rss feed",
        "home", "homepage", "front page", "latest news", "breaking news", "top stories", "all news", "general", "main", "newspaper", "live", "en línea", "en ligne");

    /// <summary>Parts of an outlet.</summary>
    private static readonly FrozenSet<string> Sections = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "opinion", "opinions", "editorial", "editorials", "op-ed", "commentary", "comment", "politics", "business", "sport", "sports", "world", "world news", "us", "u.s.",
        "us news", "u.s. news", "uk", "uk news", "tech", "technology", "science", "health", "culture", "arts", "entertainment", "lifestyle", "travel", "money", "finance", "markets",
        "economy", "environment", "education", "local", "local news", "national", "international", "analysis", "fact check", "fact-check", "features", "magazine", "investigations",
        "meinung", "politik", "wirtschaft", "kultur", "panorama", "wissen", "opinión", "política", "economía", "deportes", "cultura", "internacional", "débats", "politique",
        "économie", "idées", "monde", "opinioni", "politica", "economia", "esteri", "opinie", "buitenland", "binnenland");

    private static readonly char[] Quotes = ['"', '“', '”', '«', '»', '„'];

    /// <param name="written">The name as the source writes it, not empty.</param>
    /// <param name="host">Host of the article; tells apart outlets of the same name.</param>
    public static OutletWriting Read(string written, string? host = null)
    {
        var name = TextLayout.OneLine(written).Trim(Quotes);
        if (name.Length == 0) return new(written.Trim(), null);
        string? section = null;
        while (true)
        {
            if (Known(name, host) is { } known) return new(known, section);
            if (Cut(name, host) is not { } cut) return new(name, section);
            section ??= cut.Section;
            if (cut.Outlet is not null) return new(cut.Outlet, section);
            name = cut.Before;
        }
    }

    /// <summary>Whether a word names a part of an outlet: <c>Opinion</c>, <c>World news</c>.</summary>
    public static bool IsSection(string word) => Sections.Contains(word.Trim());

    /// <summary>The table's name. Where the host is that of another outlet with the same name ("The Nation" of Pakistan), this one.</summary>
    private static string? Known(string name, string? host)
    {
        var here = OutletTable.Shared.ByHost(host);
        return here is not null && OutletTable.KeyOf(WithoutBrackets(here)) == OutletTable.KeyOf(name) ? here : OutletTable.Shared.ByName(name);
    }

    private static string WithoutBrackets(string name) => name.EndsWith(')') ? name[..name.IndexOf('(', StringComparison.Ordinal)].TrimEnd() : name;

    /// <summary>The name without its last part, where this only tells how the outlet appears or a section of it.</summary>
    private static (string Before, string? Section, string? Outlet)? Cut(string name, string? host)
    {
        var apart = Apart().Match(name);
        if (apart.Success)
        {
            var (rest, part) = (apart.Groups["rest"].Value, apart.Groups["part"].Value.Trim());
            if (Appearances.Contains(part)) return (rest, null, null);
            if (Sections.Contains(part)) return (rest, Capitalised(part), null);
            // Jane Doe (Wall Street Journal)
            return name[^1] == ')' && Known(part, host) is { } outlet && Known(rest, host) is null ? (rest, null, outlet) : null;
        }
        for (var blank = name.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = name.IndexOf(' ', blank + 1))
        {
            var (rest, part) = (name[..blank], name[(blank + 1)..]);
            if (Known(rest, host) is null) continue;
            if (Appearances.Contains(part)) return (rest, null, null);
            if (Sections.Contains(part)) return (rest, Capitalised(part), null);
        }
        return null;
    }

    private static string Capitalised(string section) => char.ToUpperInvariant(section[0]) + section[1..];

    [GeneratedRegex(@"^(?<rest>.*\S)\s*(?:\((?<part>[^()]+)\)|\[(?<part>[^\[\]]+)\]|\s[-–—|:]\s(?<part>[^-–—|:]+))$", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();
}
