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
    public static (string? Title, string? Rule) Of(IHtmlDocument document, MetaTags meta, JsonLd data, string? outlet)
    {
        var headings = document.QuerySelectorAll("h1, [itemprop~=headline], h2").Take(30).Select(heading => (Text: Tidy(heading.TextContent), heading.LocalName)).Where(heading => heading.Text.Length > 0).ToList();
        List<string> texts = [.. headings.Select(heading => heading.Text)];
        var stated = Stated(document, meta, data).Select(candidate => (Text: WithoutOutlet(Tidy(candidate.Text), outlet, texts), candidate.Rule)).Where(candidate => candidate.Text.Length > 0 && !IsOutlet(candidate.Text, outlet)).ToList();
        foreach (var (text, name) in headings)
        {
            if (!IsOutlet(text, outlet) && stated.Exists(candidate => Same(candidate.Text, text))) return (text, name + " and " + stated.Find(candidate => Same(candidate.Text, text)).Rule);
        }

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
            foreach (Match separator in separators)
            {
                var (head, tail) = (title[..separator.Index], title[(separator.Index + separator.Length)..]);
                if (headings.Exists(heading => Same(heading, head))) return head;
                if (headings.Exists(heading => Same(heading, tail))) return tail;
            }

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
            && (a.Equals(b, StringComparison.OrdinalIgnoreCase) || (b.Length > 3 && a.Contains(b, StringComparison.OrdinalIgnoreCase) && a.Length < (2 * b.Length) + 4) || (a.Length > 3 && b.Contains(a, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Same(string a, string b) => Letters().Replace(a, "") is { Length: > 1 } letters && letters.Equals(Letters().Replace(b, ""), StringComparison.OrdinalIgnoreCase);

    public static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\s(?:[|»«·•›‹<>/–—:~│-]|::)\s|\s?[|│]\s?|:\s|-(?=[\p{IsCJKUnifiedIdeographs}]+$)|_", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
