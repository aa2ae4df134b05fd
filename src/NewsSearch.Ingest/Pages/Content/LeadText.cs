using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Pages.Content;

/// <summary>A page's tree and the article's element -> the standfirst that stands between the headline and that element.</summary>
internal static partial class LeadText
{
    private const int ShortestLead = 40;

    /// <summary>Elements in the page's order.</summary>
    public static List<PageNode> Find(PageTree tree, PageNode main, string? title)
    {
        PageNode? heading = null;
        var leads = new List<PageNode>();
        foreach (var node in tree.All)
        {
            if (node == main) return heading is null ? [] : leads;
            if (main.IsWithin(node)) continue;
            if (node.Name == "h1" || (Tags.IsHeading(node.Name) && title is not null && BlockRules.IsSame(node.Element.TextContent, title)))
            {
                heading = node;
                leads.Clear();
            }
            else if (heading is not null && IsLead(node, leads))
            {
                leads.Add(node);
            }
        }

        return [];
    }

    private static bool IsLead(PageNode node, List<PageNode> leads)
    {
        if (node.Drop is not (null or "related") || leads.Exists(node.IsWithin)) return false;
        if (node.OwnLength < ShortestLead || node.OwnLinkLength * 3 > node.OwnLength) return false;
        return PageTree.IsProse(node) || IsNamedLead(node) || (node.Parent is { } parent && IsNamedLead(parent)) || node.Name == "h2";
    }

    private static bool IsNamedLead(PageNode node) => LeadName().IsMatch(node.Element.ClassName ?? "") || node.Element.GetAttribute("itemprop") == "description";

    [GeneratedRegex(@"lead|lede|teaser|intro|excerpt|abstract|vorspann|summary|standfirst|sub-?head|sub-?title|dek\b|deck|description|kicker-text|chapo|chapeau|bajada|copete|entradilla|sumario|ingress|untertitel", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LeadName();
}
