using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Pages.Content;
using NewsSearch.Ingest.Pages.Facts;

namespace NewsSearch.Ingest.Pages.Dates;

/// <summary>A page -> what its elements state that call themselves the date of publication: microdata, RDFa, HTML's "pubdate", the classes of hAtom.</summary>
internal static class MarkedDates
{
    /// <summary>In the page's order, without those of comments and other articles.</summary>
    public static IEnumerable<string> Of(PageTree tree) =>
        from node in tree.All
        where IsMarked(node) && node.Drop is not ("comments" or "related" or "nav" or "ad") && !MetaTags.IsOfRemark(node.Element)
        select Stated(node);

    /// <summary>What an element's attributes say, else its text.</summary>
    public static string Stated(PageNode node) =>
        node.Element.GetAttribute("datetime") ?? node.Element.GetAttribute("content") ?? (node.Name == "abbr" ? node.Element.GetAttribute("title") : null) ?? TextLayout.OneLine(node.Element.TextContent);

    private static bool IsMarked(PageNode node)
    {
        var element = node.Element;
        if (element.GetAttribute("itemprop") is { } item && item.Contains("datePublished", StringComparison.Ordinal)) return true;
        if (element.GetAttribute("property") is { } property && property.Contains("schema:datePublished", StringComparison.Ordinal)) return true;
        return node.Name switch
        {
            "time" => element.HasAttribute("pubdate") || element.ClassList.Contains("published") || element.ClassList.Contains("entry-date"),
            "abbr" => element.ClassList.Contains("published"),
            _ => false,
        };
    }
}
