using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Pages.Facts.Sites;

/// <summary>A page that states no name of its site -> the name as it writes it somewhere: as its host (<c>harbourpost.example</c> -> "Harbour Post"), or behind the headline.</summary>
internal static partial class WrittenOut
{
    private const int MostImages = 20;
    private const int MostHeadings = 5;
    private const int MostWords = 6;

    /// <summary>Names stand at the end of a page or nowhere.</summary>
    private const int LongestFooter = 4000;

    /// <returns>The words that spell a part of the host, in the page's own typography, capitals preferred; null where there are none.</returns>
    public static string? AsHost(IHtmlDocument document, MetaTags meta, string? host)
    {
        var texts = Texts(document, meta).ToList();
        foreach (var label in SiteNames.Labels(host).Select(SiteNames.KeyOf))
        {
            var found = texts.SelectMany(text => In(text, label)).ToList();
            if ((found.Find(name => name.Any(char.IsUpper)) ?? found.FirstOrDefault()) is { } name) return name;
        }

        return null;
    }

    /// <summary>The last part of the page's title, where the part before it is a heading of the first rank.</summary>
    public static string? BehindHeadline(IHtmlDocument document)
    {
        var title = TextLayout.OneLine(document.Title ?? "");
        foreach (var heading in document.QuerySelectorAll("h1").Take(MostHeadings).Select(heading => TextLayout.OneLine(heading.TextContent)))
        {
            if (heading.Length < 2 || !title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) || Tail().Match(title, heading.Length) is not { Success: true } tail) continue;
            var name = tail.Groups["name"].Value.Trim();
            if (name.Count(c => c == ' ') < MostWords && !name.Any(char.IsDigit) && !OutletWriting.IsSection(name)) return name;
        }

        return null;
    }

    /// <summary>A heading of the first rank that is a link to the front page, as old templates have it on every page.</summary>
    public static string? OverFrontPage(IHtmlDocument document, string? host)
    {
        foreach (var heading in document.QuerySelectorAll("h1").Take(MostHeadings))
        {
            var name = TextLayout.OneLine(heading.TextContent);
            if (name.Any(char.IsLetter) && name[^1] != '.' && heading.QuerySelector("a[href]") is { } link && TextLayout.OneLine(link.TextContent) == name && LeadsHome(link.GetAttribute("href")!.Trim(), host)) return name;
        }

        return null;
    }

    private static bool LeadsHome(string href, string? host) =>
        href == "/" || (Uri.TryCreate(href, UriKind.Absolute, out var url) && url.PathAndQuery.Length <= 1 && url.Fragment.Length == 0 && CanonicalUrl.Host(href) is { } home && (host is null || home == host));

    private static IEnumerable<string> Texts(IHtmlDocument document, MetaTags meta)
    {
        yield return document.Title ?? "";
        foreach (var (content, _) in meta.All(["og:title", "copyright", "author", "description", "og:description"])) yield return content;
        foreach (var image in document.Images.Take(MostImages)) yield return image.AlternativeText ?? "";
        if (document.QuerySelector("footer, #footer, .footer")?.TextContent is { } footer) yield return footer[..Math.Min(footer.Length, LongestFooter)];
    }

    private static IEnumerable<string> In(string text, string label)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first < words.Length; first++)
        {
            for (var last = first; last < Math.Min(words.Length, first + MostWords); last++)
            {
                var name = string.Join(' ', words[first..(last + 1)]);
                if (name.Length > 2 * (label.Length + MostWords)) break;
                if (SiteNames.KeyOf(name) == label) yield return Around().Replace(name, "");
            }
        }
    }

    [GeneratedRegex(@"^[^\p{L}\p{N}]+|[^\p{L}\p{N}!?]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex(@"\G(?:.*?\s)??(?:[|–—·•»-]|::|_)\s*(?<name>[^|–—·•»_:]{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
