using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Pages.Content;
using NewsSearch.Ingest.Pages.Facts.Sites;

namespace NewsSearch.Ingest.Pages.Facts.Titles;

/// <summary>A page's tree and its article's element -> the headings that may be the article's, in the page's order.</summary>
internal static partial class PageHeadings
{
    private const int Most = 60;
    private const int LongestLength = 400;

    /// <summary>Parts whose headings are those of other articles, or of none.</summary>
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal) { "nav", "footer", "sidebar", "related", "comments", "cookie", "newsletter", "popup", "login", "player" };

    public static List<PageHeading> Of(PageTree tree, PageNode main, SiteNames site)
    {
        var found = new List<PageHeading>();
        var isBefore = true;
        foreach (var node in tree.All)
        {
            if (node == main) isBefore = false;
            if (found.Count == Most) break;
            var isMain = IsMain(node);
            if (!isMain && node.Name is not ("h2" or "h3" or "h4")) continue;
            var isElsewhere = node.Drop is not null && Elsewhere.Contains(node.Drop);
            if (IsOfSite(node) || (isElsewhere && !isMain)) continue;
            var text = Text(node.Element);
            if (text.Count(char.IsLetter) < 2 || site.Is(text)) continue;
            var place = isElsewhere ? HeadingPlace.Elsewhere : isBefore ? HeadingPlace.Before : node.IsWithin(main) ? HeadingPlace.InArticle : HeadingPlace.Elsewhere;
            found.Add(new PageHeading(text, node.Name, isMain, IsNamed(node), place));
        }

        return found;
    }

    private static bool IsMain(PageNode node) =>
        node.Name == "h1"
        || IsNamed(node)
        || (Tags.IsHeading(node.Name) && node.Element.ClassName is { } name && MainName().IsMatch(name) && !name.Contains("related", StringComparison.OrdinalIgnoreCase));

    private static bool IsNamed(PageNode node) =>
        node.Element.GetAttribute("itemprop") is { } property && property.Contains("headline", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfSite(PageNode node) => IsSiteName(node.Element) || (node.Parent is { } parent && IsSiteName(parent.Element));

    private static bool IsSiteName(IElement element) => SiteName().IsMatch(element.ClassName ?? "") || SiteName().IsMatch(element.Id ?? "");

    private static string Text(IElement heading)
    {
        var (whole, alone) = (new StringBuilder(), new StringBuilder());
        var rest = new Stack<(INode Node, bool IsKicker)>([(heading, false)]);
        while (rest.TryPop(out var next) && whole.Length < LongestLength)
        {
            if (next.Node is IText text)
            {
                whole.Append(text.Data);
                if (!next.IsKicker) alone.Append(text.Data);
            }
            else if (next.Node is IElement element && !Tags.IsUnseen(element.LocalName))
            {
                var isKicker = next.IsKicker || (element != heading && KickerName().IsMatch(element.ClassName ?? ""));
                if (element.LocalName == "br" || Tags.IsBlock(element.LocalName)) Space();
                for (var child = element.LastChild; child is not null; child = child.PreviousSibling) rest.Push((child, isKicker));
            }
        }

        return TextLayout.OneLine((alone.ToString().Any(char.IsLetter) ? alone : whole).ToString());

        void Space()
        {
            whole.Append(' ');
            alone.Append(' ');
        }
    }

    [GeneratedRegex(@"(?:^|[\s_-])(?:(?:entry|article|post|story|news|page|content|detail|single)[_-]{0,2}(?:title|headline|heading|hed)|headline|mainTitle)(?:[\s_-]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MainName();

    [GeneratedRegex(@"(?:site|web)[_-]?(?:title|name|logo|brand)|site-?branding|(?:^|[\s_-])logo(?:[\s_-]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SiteName();

    [GeneratedRegex(@"kicker|top-?line|high-?line|sub-?line|over-?line|dachzeile|roof-?line|spitzmarke|eyebrow|pre-?title|super-?title|antetitulo|surtitre|headerlink|anchor", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex KickerName();
}
