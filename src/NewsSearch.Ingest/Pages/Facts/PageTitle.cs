using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> the article's headline without the outlet's name, and the rule that chose it.</summary>
/// <remarks>
/// What readers see goes first, where it is sure: a heading that the page's own title repeats. Then what machines are told,
/// then the title without the outlet, then any heading: the first of a page is often the name of the site.
/// </remarks>
internal static partial class PageTitle
{
    private const int LongestOutlet = 40;

    public static (string? Title, string? Rule) Of(IHtmlDocument document, MetaTags meta, JsonLd data, string? outlet)
    {
        var headings = document.QuerySelectorAll("h1, [itemprop~=headline], h2").Take(30).Select(heading => (Text: Tidy(heading.TextContent), heading.LocalName)).Where(heading => heading.Text.Length > 0).ToList();
        List<string> texts = [.. headings.Select(heading => heading.Text)];
        var stated = Stated(document, meta, data).Select(candidate => (Text: WithoutOutlet(Tidy(candidate.Text), outlet, texts), candidate.Rule)).Where(candidate => candidate.Text.Count(char.IsLetter) > 1 && !IsOutlet(candidate.Text, outlet)).ToList();
        foreach (var (text, rule) in stated)
        {
            var seen = headings.Find(heading => Same(heading.Text, text));
            if (seen.Text is not null) return (seen.Text, seen.LocalName + " and " + rule);
        }

        var like = headings.Find(heading => heading.LocalName == "h1" && !IsOutlet(heading.Text, outlet) && stated.Count > 0 && IsLike(heading.Text, stated[0].Text));
        if (like.Text is not null) return (like.Text, "h1, like " + stated[0].Rule);
        if (stated.Count > 0) return stated[0];
        return texts.Count > 0 ? (texts[0], headings[0].LocalName) : (null, null);
    }

    private static IEnumerable<(string Text, string Rule)> Stated(IHtmlDocument document, MetaTags meta, JsonLd data)
    {
        if (data.IsArticle && data.Text("headline") is { } headline) yield return (headline, "jsonld headline");
        foreach (var name in (string[])["og:title", "twitter:title", "dc.title", "dcterms.title", "title", "sailthru.title", "parsely-title", "weibo:article:title"])
        {
            if (meta.First(name) is { } text) yield return (text, name);
        }

        if (document.Title is { Length: > 0 } title) yield return (title, "title");
    }

    /// <summary>"Headline | The Example" -> "Headline": where the part cut off is the outlet, or what is left is a heading of the page.</summary>
    private static string WithoutOutlet(string title, string? outlet, List<string> headings)
    {
        while (true)
        {
            var separators = Separator().Matches(title);
            if (separators.Count == 0 || headings.Exists(heading => Same(heading, title))) return title;
            var parts = separators.SelectMany(separator => new[] { title[..separator.Index], title[(separator.Index + separator.Length)..] });
            var longest = parts.Where(part => headings.Exists(heading => Same(heading, part)) && !IsOutlet(part, outlet)).MaxBy(part => part.Length);
            if (longest is not null) return longest;

            var (first, last) = (separators[0], separators[^1]);
            if (IsOutlet(title[(last.Index + last.Length)..], outlet)) title = title[..last.Index];
            else if (IsOutlet(title[..first.Index], outlet)) title = title[(first.Index + first.Length)..];
            else return title;
        }
    }

    private static bool IsOutlet(string text, string? outlet)
    {
        if (outlet is null) return false;
        var (a, b) = (Letters().Replace(text, ""), Letters().Replace(outlet, ""));
        return a.Length > 1 && b.Length > 1
            && (a.Equals(b, StringComparison.OrdinalIgnoreCase) || (b.Length > 3 && a.Contains(b, StringComparison.OrdinalIgnoreCase) && a.Length < (2 * b.Length) + 4) || (a.Length > 3 && b.Length < LongestOutlet && b.Contains(a, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether two headlines share a third of their longer words: one was written for readers, one for machines.</summary>
    private static bool IsLike(string heading, string stated)
    {
        var words = Words(heading);
        var shared = Words(stated).Count(words.Contains);
        return shared > 0 && shared * 3 >= Math.Min(words.Count, Words(stated).Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. Letters().Split(text).Where(word => word.Length > 3).Select(word => word.ToLowerInvariant())];

    private static bool Same(string a, string b) => Letters().Replace(a, "") is { Length: > 1 } letters && letters.Equals(Letters().Replace(b, ""), StringComparison.OrdinalIgnoreCase);

    public static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\s(?:[|»«·•›‹<>/–—:~│-]|::)\s|\s?[|│]\s?|:\s|-(?=[\p{IsCJKUnifiedIdeographs}]+$)|_", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
