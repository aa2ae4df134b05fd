using System.Text.RegularExpressions;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Pages.Content;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> the dates that its readers see, the likeliest date of publication first.</summary>
/// <remarks>
/// Dates stand in short texts of their own: under the headline, above it, under the text. What speaks of updates comes after
/// what does not. Other dates of a page (today's, those of other articles) stand further away.
/// </remarks>
internal static partial class VisibleDates
{
    private const int LongestText = 160;
    private const int TextsAboveHeadline = 4;
    private const int TextsIntoArticle = 6;
    private const int TextsBelowArticle = 8;

    public static List<(string? Text, string Rule)> Of(PageTree tree, PageNode main, string? title, bool dayFirst)
    {
        var found = new List<(int Rank, string Text, string Rule)>();
        int? heading = null;
        var (above, inside, below) = (new List<PageNode>(), 0, 0);
        var hasEnded = false;
        var isInside = false;
        foreach (var node in tree.All)
        {
            if (heading is null && IsHeadline(node, title)) heading = above.Count;
            isInside |= node == main;
            hasEnded |= isInside && !node.IsWithin(main);
            if (node.OwnLength == 0 && node.Name != "time") continue;
            if (!isInside && heading is null) above.Add(node);
            else if (!isInside) Add(node, 0, "date under the headline");
            else if (!hasEnded && inside++ < TextsIntoArticle) Add(node, 0, "date at the text's beginning");
            else if (!hasEnded) Add(node, 4, "date in the text", longest: 60);
            else if (below++ < TextsBelowArticle) Add(node, 3, "date under the text");
        }

        foreach (var node in above.TakeLast(TextsAboveHeadline)) Add(node, 2, "date above the headline");
        return [.. found.OrderBy(date => date.Rank).Select(date => ((string?)date.Text, date.Rule))];

        void Add(PageNode node, int rank, string rule, int longest = LongestText)
        {
            if (node.Drop is "comments" or "related" or "sidebar" or "nav" or "ad") return;
            if (node.Name == "time" && PageDate.Stated(node.Element) is { } stated && MachineDate.Of(stated, dayFirst) is not null)
            {
                found.Add((rank + (Update().IsMatch((node.Parent?.Element ?? node.Element).TextContent) ? 10 : 0), stated, "time element, " + rule));
            }
            else if (node.OwnLength <= longest)
            {
                var text = PageTitle.Tidy(node.Element.TextContent);
                if (text.Length <= 2 * LongestText && WrittenDate.Find(text, language: null, dayFirst)?.Text is { } date) found.Add((rank + (Update().IsMatch(text) && !Publication().IsMatch(text) ? 10 : 0) + (date.Length < 10 ? 5 : 0), date, rule));
            }
        }
    }

    private static bool IsHeadline(PageNode node, string? title) =>
        node.Name == "h1" || (Tags.IsHeading(node.Name) && title is not null && BlockRules.IsSame(node.Element.TextContent, title));

    [GeneratedRegex(@"updat|modif|aktualisiert|actuali|mis à jour|aggiornat|bijgewerkt|gewijzigd|atualizad|обновлен|geändert|zaktualiz|revis", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Update();

    [GeneratedRegex(@"publi|posted|erschienen|veröffentlicht|erstellt|geplaatst|опубликован|created|first", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Publication();
}
