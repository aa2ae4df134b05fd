namespace NewsSearch.Ingest.Pages.Content;

/// <summary>An element -> the rule by which it is no part of any article, from its name, role, style, class and id.</summary>
internal static class DropRules
{
    /// <summary>A box about the author is shorter.</summary>
    private const int LongestNote = 800;

    /// <summary>This much, under a headline, is an article.</summary>
    private const int EnoughProse = 250;

    private static readonly Dictionary<string, string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["navigation"] = "nav",
        ["menu"] = "nav",
        ["menubar"] = "nav",
        ["search"] = "nav",
        ["banner"] = "nav",
        ["contentinfo"] = "footer",
        ["complementary"] = "sidebar",
        ["dialog"] = "popup",
        ["alertdialog"] = "popup",
        ["tooltip"] = "popup",
    };

    public static string? Of(PageNode node, Trust trust) => OfTag(node) ?? OfVisibility(node) ?? OfRole(node) ?? OfNames(node) switch
    {
        ("nav" or "hidden" or "cookie" or "footer" or "caption" or "gallery" or null) and var sure => sure,
        "comments" when trust == Trust.Some => "comments",
        _ when trust != Trust.Full => null,
        // What has no links leads nowhere else.
        "related" or "share" when node.LinkLength == 0 && node.ProseLength > 0 => null,
        var rule => rule,
    };

    /// <summary>Whether the rule holds even for most of a page's prose.</summary>
    /// <param name="node">The element.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="rest">Length of the prose around it.</param>
    public static bool IsSure(PageNode node, string rule, int rest) => rule switch
    {
        "comments" => !HoldsArticle(node),
        "sidebar" => node.Name == "aside" && rest >= EnoughProse && !HoldsArticle(node),
        "gallery" => rest >= 4 * EnoughProse && !HoldsArticle(node),
        _ => false,
    };

    private static bool HoldsArticle(PageNode node) => node.Element.QuerySelector("h1, [itemprop~=articleBody], article") is not null;

    private static string? OfTag(PageNode node) => node.Name switch
    {
        "nav" => "nav",
        "aside" => "sidebar",
        "footer" => "footer",
        "figcaption" => "caption",
        "figure" when node.Element.QuerySelector("pre, code, table, blockquote, ul, ol") is null => "caption",
        _ => null,
    };

    private static string? OfVisibility(PageNode node)
    {
        var element = node.Element;
        if (element.HasAttribute("hidden")) return "hidden";
        if (element.GetAttribute("aria-hidden") == "true") return "hidden";
        var style = element.GetAttribute("style");
        if (style is null || !style.Contains("none", StringComparison.OrdinalIgnoreCase) && !style.Contains("hidden", StringComparison.OrdinalIgnoreCase)) return null;
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) ? "hidden" : null;
    }

    private static string? OfRole(PageNode node) => node.Element.GetAttribute("role") is { } role && Roles.TryGetValue(role, out var rule) ? rule : null;

    /// <summary>A part of a paragraph is part of the text, whatever it is called.</summary>
    private static bool IsInSentence(PageNode node)
    {
        if (node.IsBlock) return false;
        var block = node.Parent!;
        while (!block.IsBlock && block.Parent is not null) block = block.Parent;
        return block.Name is "p" or "li" or "td" or "blockquote" or "dd" || Tags.IsHeading(block.Name);
    }

    private static string? OfNames(PageNode node)
    {
        if (node.Name is "html" or "body" or "main" or "article" or "h1" || IsInSentence(node)) return null;
        var rule = BoilerplateNames.Rule(node.Element.ClassName) ?? BoilerplateNames.Rule(node.Element.Id);
        return rule switch
        {
            // A paragraph is at most a note on itself, and a note on the article is short.
            "related" or "sidebar" or "nav" or "tags" when node.Name == "p" => null,
            // What leads nowhere is no navigation: formulas have menus.
            "nav" when !node.IsBlock && node.LinkLength == 0 => null,
            "byline" or "author-box" when node.TextLength > LongestNote => null,
            not null when node.ProseLength >= EnoughProse && node.Element.QuerySelector("h1") is not null => null,
            _ => rule,
        };
    }
}
