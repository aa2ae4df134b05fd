using System.IO.Compression;
using System.Text;
using System.Xml;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Readers.Containers;

namespace NewsSearch.Ingest.Readers.Office;

/// <summary>A Word document (DOCX) -> one article: its paragraphs, and title, author and date of its properties. Source: ECMA-376, part 1, sections 15.2.12 and 17.</summary>
internal static class DocxReader
{
    private const string Document = "word/document.xml";
    private const string Properties = "docProps/core.xml";

    public static bool IsDocx(ZipArchive archive) => archive.GetEntry(Document) is not null;

    public static IEnumerable<SourceArticle> Read(ZipArchive archive, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        try
        {
            var properties = PropertiesIn(archive, options);
            var (styled, body) = TextIn(archive, options);
            var date = properties.GetValueOrDefault("created");
            var published = MachineDate.Of(date);
            var article = new Article
            {
                Id = "",
                Title = properties.GetValueOrDefault("title") ?? styled,
                Body = body,
                Authors = properties.GetValueOrDefault("creator") is { } creator ? [.. creator.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [],
                Published = published,
                PublishedBy = published is not null ? "document created" : null,
            };
            return [new SourceArticle(article, file, "") { Format = "DOCX" }];
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            reject(new Rejection(file.Path, "", "The document is damaged, too long, or declares a document type, which is refused."));
            return [];
        }
    }

    private static Dictionary<string, string> PropertiesIn(ZipArchive archive, ReadOptions options)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (archive.GetEntry(Properties) is not { } entry) return properties;
        using var xml = Open(entry, options);
        var name = "";
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element) name = xml.LocalName;
            else if (xml.NodeType == XmlNodeType.EndElement) name = "";
            else if (xml.NodeType == XmlNodeType.Text && name.Length > 0 && !string.IsNullOrWhiteSpace(xml.Value)) properties.TryAdd(name, xml.Value.Trim());
        }
        return properties;
    }

    private static (string? Title, string Body) TextIn(ZipArchive archive, ReadOptions options)
    {
        using var xml = Open(archive.GetEntry(Document)!, options);
        StringBuilder body = new(), paragraph = new();
        string? title = null;
        var style = "";
        var isText = false;
        var fallback = -1; // depth of what repeats the text for older programs
        while (xml.Read())
        {
            if (fallback >= 0)
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == fallback) fallback = -1;
                continue;
            }
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement) isText = xml is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false };
            else if (isText && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) paragraph.Append(xml.Value);
            if (xml is { NodeType: XmlNodeType.Element or XmlNodeType.EndElement, LocalName: "p" }) EndParagraph();
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName is "tab") paragraph.Append(' ');
            if (xml.LocalName is "br" or "cr") paragraph.Append('\n');
            if (xml.LocalName is "pStyle") style = xml.GetAttribute("val", xml.NamespaceURI) ?? "";
            if (xml is { LocalName: "Fallback", IsEmptyElement: false }) fallback = xml.Depth;
        }
        return (title, body.ToString());

        void EndParagraph()
        {
            var line = paragraph.ToString().Trim();
            paragraph.Clear();
            var isTitle = style is "Title" && title is null;
            style = "";
            if (line.Length == 0) return;
            if (isTitle) title = line;
            else body.Append(body.Length > 0 ? "\n\n" : "").Append(line);
        }
    }

    /// <summary>No document type, so no entities; no more text than an article may have.</summary>
    private static XmlReader Open(ZipArchiveEntry entry, ReadOptions options) => XmlReader.Create(
        new UnpackedStream(entry.Open(), options.Budget, entry.Length, entry.Crc32),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = options.MaxRecordByteLength, CloseInput = true });
}
