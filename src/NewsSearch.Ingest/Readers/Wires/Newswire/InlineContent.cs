using System.Xml.Linq;
using NewsSearch.Archive;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Newswire;

/// <summary>The content that a NewsML element holds -> the fields it gives: NITF, XHTML, escaped HTML, or paragraphs of text.</summary>
internal static class InlineContent
{
    /// <summary>What of a page is not the text.</summary>
    private static readonly string[] LeftOut = ["head", "header", "footer", "nav", "aside", "script", "style", "media-reference", "media-metadata", "media-object", "media-producer"];

    public static Article Article(XElement content)
    {
        if (content.Below("nitf").FirstOrDefault() is { } nitf) return NitfReader.Article(nitf);
        if (!content.HasElements) return new Article { Id = "", Body = Markup.Paragraphs(content.Value) };
        var body = content.Below("body").FirstOrDefault() ?? content;
        return new Article
        {
            Id = "",
            Title = content.Below("head").Select(head => head.LineAt("title")).FirstOrDefault() ?? content.Below("h1").Select(Markup.Line).FirstOrDefault(),
            Body = Markup.Paragraphs(body, LeftOut),
        };
    }
}
