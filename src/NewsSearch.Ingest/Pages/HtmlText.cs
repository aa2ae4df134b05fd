using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSearch.Ingest.Pages;

/// <summary>HTML that is all article, as feeds and agency formats carry it -> plain text, paragraphs separated by one empty line.</summary>
internal static class HtmlText
{
    // Unicode's own signs: those of the page's source are mere white space.
    private const char LineFeed = '\u2028';
    private const char ParagraphBreak = '\u2029';

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tr", "ul",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "object", "svg", "button", "select", "head",
    };

    /// <param name="fragment">A whole page or a part of one, well-formed or not.</param>
    public static string Of(string fragment)
    {
        using var document = new HtmlParser().ParseDocument(PageParser.Bounded(fragment));
        return document.Body is { } body ? Of(body) : "";
    }

    /// <summary>Text of an element's descendants.</summary>
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        var paragraph = new StringBuilder();
        // A stack of its own: broken pages nest thousands of elements deep.
        var rest = new Stack<(INode? Node, bool IsPreformatted)>([(root, false)]);
        while (rest.TryPop(out var next))
        {
            if (next.Node is null) EndParagraph();
            else if (next.Node is IText words && next.IsPreformatted) AppendLines(words.Data);
            else if (next.Node is IText plain) paragraph.Append(plain.Data);
            else if (next.Node is IElement element && Unseen.Contains(element.LocalName)) continue;
            else if (next.Node is IElement { LocalName: "br" }) Break();
            else Enter(next.Node, next.IsPreformatted || next.Node is IElement { LocalName: "pre" });
        }

        EndParagraph();
        return text.ToString();

        void Enter(INode node, bool isPreformatted)
        {
            if (node is IElement element && Blocks.Contains(element.LocalName))
            {
                EndParagraph();
                rest.Push((null, false));
            }
            else if (node is IElement { LocalName: "td" or "th" })
            {
                paragraph.Append(' '); // the cells of a row are a line
            }

            for (var child = node.LastChild; child is not null; child = child.PreviousSibling) rest.Push((child, isPreformatted));
        }

        void Break() => paragraph.Append(paragraph.Length > 0 && paragraph[^1] == LineFeed ? ParagraphBreak : LineFeed);

        void AppendLines(string lines)
        {
            var isFirst = true;
            foreach (var line in lines.AsSpan().EnumerateLines())
            {
                if (!isFirst) Break();
                isFirst = false;
                paragraph.Append(line.Trim());
            }
        }

        void EndParagraph()
        {
            foreach (var part in paragraph.ToString().Split(ParagraphBreak))
            {
                var line = string.Join('\n', part.Split(LineFeed).Select(Spaced).Where(line => line.Length > 0));
                if (line.Length == 0) continue;
                if (text.Length > 0) text.Append("\n\n");
                text.Append(line);
            }

            paragraph.Clear();
        }
    }

    private static string Spaced(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
