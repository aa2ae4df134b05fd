using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSearch.Ingest.Cleaning;

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
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "media-caption", "nav", "ol", "p", "pre", "section", "summary", "table", "tr", "ul",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "object", "svg", "button", "select", "head",
    };

    /// <summary>A longer caption is text in the wrong element; taste.</summary>
    private const int LongestCaption = 600;

    /// <param name="fragment">A whole page or a part of one, well-formed or not.</param>
    /// <param name="marksCaptions">Whether captions stand behind <see cref="Captions.Mark"/>.</param>
    public static string Of(string fragment, bool marksCaptions = false)
    {
        using var document = new HtmlParser().ParseDocument(PageParser.Bounded(fragment));
        return document.Body is { } body ? Of(body, marksCaptions) : "";
    }

    /// <summary>Text of an element's descendants.</summary>
    public static string Of(INode root, bool marksCaptions = false)
    {
        var text = new StringBuilder();
        var paragraph = new StringBuilder();
        // A stack of its own: broken pages nest thousands of elements deep.
        var rest = new Stack<(INode? Node, bool IsPreformatted, bool IsCaption)>([(root, false, false)]);
        while (rest.TryPop(out var next))
        {
            if (next.Node is null) EndParagraph(next.IsCaption);
            else if (next.Node is IText words && next.IsPreformatted) AppendLines(words.Data);
            else if (next.Node is IText plain) paragraph.Append(plain.Data);
            else if (next.Node is IElement element && Unseen.Contains(element.LocalName)) continue;
            else if (next.Node is IElement { LocalName: "br" }) Break();
            else Enter(next.Node, next.IsPreformatted || next.Node is IElement { LocalName: "pre" }, next.IsCaption);
        }

        EndParagraph(isCaption: false);
        return text.ToString();

        void Enter(INode node, bool isPreformatted, bool isCaption)
        {
            if (node is IElement element && Blocks.Contains(element.LocalName))
            {
                EndParagraph(isCaption);
                isCaption |= marksCaptions && IsCaption(element);
                rest.Push((null, false, isCaption));
            }
            else if (node is IElement { LocalName: "td" or "th" })
            {
                paragraph.Append(' '); // the cells of a row are a line
            }

            for (var child = node.LastChild; child is not null; child = child.PreviousSibling) rest.Push((child, isPreformatted, isCaption));
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

        void EndParagraph(bool isCaption)
        {
            foreach (var part in paragraph.ToString().Split(ParagraphBreak))
            {
                var line = string.Join('\n', part.Split(LineFeed).Select(TextLayout.OneLine).Where(line => line.Length > 0));
                if (line.Length == 0) continue;
                if (text.Length > 0) text.Append("\n\n");
                if (isCaption && line.Length <= LongestCaption) text.Append(Captions.Mark);
                text.Append(line);
            }

            paragraph.Clear();
        }
    }

    /// <summary>A figure may also hold a table, a list or a quotation, which are text.</summary>
    private static bool IsCaption(IElement element) =>
        element.LocalName is "figcaption" or "media-caption"
        || (element.LocalName is "figure" && element.QuerySelector("pre, code, table, blockquote, ul, ol") is null);
}
