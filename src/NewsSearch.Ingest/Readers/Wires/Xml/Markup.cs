using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsSearch.Ingest.Pages;

namespace NewsSearch.Ingest.Readers.Wires.Xml;

/// <summary>Elements and strings that carry text, plain or marked up -> text.</summary>
internal static partial class Markup
{
    /// <summary>More is no article's text; taste.</summary>
    private const int MaxLength = 16 << 20;

    /// <summary>Elements nested deeper are left to run into one another: a parser of HTML takes long over them.</summary>
    private const int MaxDepth = 200;

    private const int MaxOpenTags = 2_000;

    /// <summary>One line of text: white space becomes single blanks; null where there is none.</summary>
    public static string? Line(string? text)
    {
        if (text is null) return null;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    /// <summary>One line of an element's text, whatever is marked in it.</summary>
    public static string? Line(XElement? element) => Line(element?.Value);

    /// <summary>One line of text in which HTML may stand, as in the titles of feeds.</summary>
    public static string? LineOfHtml(string? text) => Line(IsMarked(text) ? HtmlText.Of(text!) : text);

    /// <summary>Paragraphs of a text in which HTML may stand, captions marked as such; a text without any keeps its own paragraphs.</summary>
    public static string Paragraphs(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (text.Length > MaxLength) text = text[..MaxLength];
        if (IsMarked(text)) return HtmlText.Of(IsTooDeep(text) ? AnyTag().Replace(text, " ") : text, marksCaptions: true);
        return PlainParagraphs(text);
    }

    /// <summary>Paragraphs of a text in which nothing is marked up.</summary>
    public static string PlainParagraphs(string text)
    {
        var paragraphs = new StringBuilder();
        var paragraph = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Line(line.ToString()) is { } words) paragraph.Add(words);
            else End();
        }
        End();
        return paragraphs.ToString();

        void End()
        {
            if (paragraph.Count == 0) return;
            if (paragraphs.Length > 0) paragraphs.Append("\n\n");
            paragraphs.AppendJoin(' ', paragraph);
            paragraph.Clear();
        }
    }

    /// <summary>Paragraphs of an element that holds elements of HTML or of their like, captions marked as such.</summary>
    /// <param name="element">The element.</param>
    /// <param name="leftOut">Local names of elements whose text is none of the article's.</param>
    public static string Paragraphs(XElement element, params string[] leftOut) =>
        element.HasElements ? HtmlText.Of(Html(element, leftOut), marksCaptions: true) : PlainParagraphs(element.Value);

    /// <summary>An element as a fragment of HTML: no prefixes, no attributes.</summary>
    private static string Html(XElement root, string[] leftOut)
    {
        var html = new StringBuilder();
        XNode? node = root.FirstNode;
        var depth = 0;
        while (node is not null && html.Length < MaxLength)
        {
            if (node is XText text) html.Append(text.Value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
            if (node is XElement element && !leftOut.Contains(element.Name.LocalName, StringComparer.Ordinal))
            {
                if (++depth < MaxDepth) html.Append('<').Append(element.Name.LocalName).Append('>');
                if (element.FirstNode is { } first)
                {
                    node = first;
                    continue;
                }
                Close(element);
            }
            while (node.NextNode is null && node.Parent != root)
            {
                node = node.Parent!;
                Close((XElement)node);
            }
            node = node.NextNode;
        }
        return html.ToString();

        void Close(XElement element)
        {
            if (depth-- < MaxDepth && element.Name.LocalName != "br") html.Append("</").Append(element.Name.LocalName).Append('>');
        }
    }

    /// <summary>Whether more tags are opened than any page has open at a time. A parser of HTML takes time by the square of that.</summary>
    private static bool IsTooDeep(string html)
    {
        if (html.AsSpan().Count('<') < MaxOpenTags) return false;
        int open = 0, most = 0;
        foreach (var tag in OpenTag().EnumerateMatches(html))
        {
            open = html[tag.Index + 1] == '/' ? Math.Max(0, open - 1) : open + 1;
            most = Math.Max(most, open);
        }
        return most > MaxOpenTags;
    }

    /// <summary>Tags but for those that need no end.</summary>
    [GeneratedRegex(@"</?(?!(?:p|br|img|li|hr|input|meta|link|td|tr|th|option|dd|dt)\b)[a-z]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OpenTag();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    private static bool IsMarked(string? text) => text.AsSpan().IndexOfAny('<', '&') >= 0;
}
