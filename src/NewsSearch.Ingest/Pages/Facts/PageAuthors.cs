using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> its authors in order, and the rule that found them.</summary>
internal static partial class PageAuthors
{
    private const int LongestName = 60;
    private const int MostAuthors = 12;

    public static (IReadOnlyList<string> Authors, string? Rule) Of(IHtmlDocument document, MetaTags meta, JsonLd data, string? outlet)
    {
        foreach (var (texts, rule) in Candidates(document, meta, data))
        {
            var names = texts.SelectMany(Names).Where(name => !string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAuthors).ToList();
            if (names.Count > 0) return (names, rule);
        }

        return ([], null);
    }

    private static IEnumerable<(IEnumerable<string> Texts, string Rule)> Candidates(IHtmlDocument document, MetaTags meta, JsonLd data)
    {
        yield return (data.Items("author").Select(author => author.ValueKind == JsonValueKind.String ? author.GetString()! : JsonLd.Text(author, "name") ?? ""), "jsonld author");
        yield return (meta.All(["author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "article:author_name", "authors", "twitter:data1"]).Where(tag => tag.Name != "twitter:data1" || NameForm().IsMatch(tag.Content)).GroupBy(tag => tag.Name).Select(group => group.Select(tag => tag.Content)).FirstOrDefault() ?? [], "meta author");
        foreach (var selector in (string[])["[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "a[rel~=author]", ".author .fn, .vcard .fn", ".author-name, .byline-name, .article-author, .post-author, .entry-author, .author__name, .byline__name", ".byline, .author"])
            yield return (document.QuerySelectorAll(selector).Select(element => TextLayout.OneLine(element.TextContent)), "byline");
    }

    /// <summary>"By Anna Lind and Bo Ek, The Example" -> the names in it.</summary>
    private static IEnumerable<string> Names(string text)
    {
        text = Lead().Replace(TextLayout.OneLine(text), "");
        foreach (var part in Divider().Split(text))
        {
            var name = part.Trim(' ', ',', '.', '|', '·', '–', '-', '@');
            if (name.Length is >= 3 and <= LongestName && NameForm().IsMatch(name)) yield return name;
        }
    }

    [GeneratedRegex(@"^(?:(?:written |posted |story |words |report |reported |analysis |opinion )?by|von|par|por|da|di|door|av|af|от|автор|autor(?:in|a)?|author|text)\s*:?\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*(?:[,;|/·•]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bog\b|\boch\b|\bи\b|&)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Divider();

    /// <summary>Letters and what stands in names, no digits or addresses, at most six words.</summary>
    [GeneratedRegex(@"^[\p{L}\p{M}][\p{L}\p{M}.’'\-]*(?: [\p{L}\p{M}.’'\-(“""]+[\p{L}\p{M}.’'\-)”""]*){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
