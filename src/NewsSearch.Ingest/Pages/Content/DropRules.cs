namespace NewsSearch.Ingest.Pages.Content;

/// <summary>An element -> the rule by which it is no part of any article, from its name, role, style, class and id.</summary>
internal static class DropRules
{
    private static readonly Dictionary<string, string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["navigation"] = "nav", ["menu"] = "nav", ["menubar"] = "nav", ["search"] = "nav", ["banner"] = "nav", ["contentinfo"] = "footer",
        ["complementary"] = "sidebar", ["dialog"] = "popup", ["alertdialog"] = "popup", ["tooltip"] = "popup",
    };

    public static string? Of(PageNode node, Trust trust) => OfTag(node) ?? OfVisibility(node) ?? OfRole(node) ?? OfNames(node) switch
    {
        ("nav" or "hidden" or "cookie" or "footer" or "caption" or null) and var sure => sure,
        "comments" when trust == Trust.Some => "comments",
        _ when trust != Trust.Full => null,
        // What has no links leads nowhere else.
        "related" or "share" when node.LinkLength == 0 && node.ProseLength > 0 => null,
        var rule => rule,
    };

    /// <summary>Whether the rule holds even for most of a page's prose.</summary>
    public static bool IsSure(PageNode node, string rule) =>
        rule == "comments" && node.Element.QuerySelector("h1, [itemprop~=articleBody], article") is null;

    private static string? OfTag(PageNode node) => node.Name switch
    {
        "nav" => "nav",
        "aside" => "sidebar",
        "footer" => "footer",
        "figcaption" => "caption",
        "caption" when node.Parent?.Name == "table" => null,
        "time" => null,
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
        if (node.Name is "html" or "body" or "main" or "article" or "p" or "h1" || IsInSentence(node)) return null;
        return BoilerplateNames.Rule(node.Element.ClassName) ?? BoilerplateNames.Rule(node.Element.Id);
    }
}
