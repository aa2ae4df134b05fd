namespace NewsSearch.Ingest.Pages.Content;

/// <summary>What an element's name says of its text.</summary>
internal static class Tags
{
    /// <summary>Elements that begin and end a paragraph.</summary>
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    /// <summary>Elements whose content is not text of the page, or not seen.</summary>
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "head", "link", "meta",
        "button", "select", "textarea", "input", "label", "option", "datalist", "dialog", "menu", "progress", "rt", "rp", "noindex",
    };

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsUnseen(string name) => Unseen.Contains(name);

    public static bool IsHeading(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6';
}
