using System.Buffers.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Feeds;

/// <summary>Elements of feeds that carry text, by what they say of its form: plain, HTML in an escaped or its own form, base64.</summary>
internal static partial class FeedText
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>One line, as of a title; null where there is none.</summary>
    public static string? Line(XElement? element)
    {
        if (element is null) return null;
        if (element.HasElements || IsPlain(element)) return Markup.Line(element);
        return Markup.LineOfHtml(Value(element));
    }

    /// <summary>Paragraphs, as of a content.</summary>
    public static string Paragraphs(XElement element)
    {
        if (element.HasElements) return Markup.Paragraphs(element);
        var value = Value(element);
        return IsPlain(element) ? Markup.PlainParagraphs(value) : Markup.Paragraphs(value);
    }

    /// <summary>A person's name: RSS has it as text, Atom in an element.</summary>
    public static string? Person(XElement element) =>
        element.HasElements ? Markup.Line(element.Elements().FirstOrDefault(child => child.Name.LocalName == "name")) : Markup.Line(element);

    /// <summary>WordPress keeps paragraphs as empty lines and breaks as line feeds, and its blocks' settings in comments.</summary>
    public static string OfWordPress(string content)
    {
        var html = Caption().Replace(DropCap().Replace(content, ""), "<figcaption>$1</figcaption>");
        html = ShortCode().Replace(html, "\n\n").ReplaceLineEndings("\n");
        html = EmptyLines().Replace(html, "<br><br>");
        return Markup.Paragraphs(LineFeed().Replace(html, "<br>"));
    }

    private static bool IsPlain(XElement element) => element.Attribute("type")?.Value switch
    {
        "text" or "text/plain" => true,
        // Without a type Atom's text is plain; yet many feeds forget it.
        null => element.Name.NamespaceName == Atom && !Tag().IsMatch(element.Value),
        _ => false,
    };

    private static string Value(XElement element)
    {
        var text = element.Value;
        var type = element.Attribute("type")?.Value ?? "";
        var isBase64 = element.Attribute("mode")?.Value == "base64" || type == "application/octet-stream";
        if (!isBase64 || !Base64.IsValid(text)) return text;
        return TextDecoder.Decode(Convert.FromBase64String(text));
    }

    [GeneratedRegex(@"</?(?:p|br|a|div|b|i|em|strong|span|img|ul|ol|li|h[1-6]|blockquote|table)\b[^<]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[caption\b[^\]\n]{0,2000}\]([^\[]{0,2000})\[/caption\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\[/?(?:caption|gallery|embed|video|audio|youtube|vc_\w+|et_pb_\w+)\b[^\]\n]{0,2000}\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ShortCode();

    [GeneratedRegex(@"\[/?dropcap\b[^\]\n]{0,200}\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DropCap();

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"(?<![>\s])[ \t]*\n(?![ \t]*<)", RegexOptions.CultureInvariant)]
    private static partial Regex LineFeed();
}
