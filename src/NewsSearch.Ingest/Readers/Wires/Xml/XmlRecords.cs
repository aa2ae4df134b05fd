using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace NewsSearch.Ingest.Readers.Wires.Xml;

/// <summary>A stream of XML -> its records, one in memory at a time: elements within the containers named, each whole, and the containers' own tags.</summary>
/// <remarks>No document type is read, so no entity is expanded and nothing is fetched. Where the XML is broken, what stands before is given, then one rejection.</remarks>
internal static class XmlRecords
{
    /// <param name="content">The stream.</param>
    /// <param name="file">Named in the rejection.</param>
    /// <param name="options">Has the limit of a record's length.</param>
    /// <param name="reject">Told where the XML is broken.</param>
    /// <param name="containers">Local names of elements that are entered; each comes first, without what is in it.</param>
    public static IEnumerable<XElement> Read(
        Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject, params string[] containers)
    {
        using var text = new MendedText(XmlText.Open(content), options.MaxRecordByteLength);
        using var xml = Open(text);
        while (Next(xml, text, file, reject, containers) is { } element) yield return element;
    }

    private static XmlReader Open(TextReader text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            ConformanceLevel = ConformanceLevel.Fragment, // one document after the other is read, too
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
        };
        var names = new NameTable();
        return XmlReader.Create(text, settings, new XmlParserContext(names, new KnownPrefixes(names), null, XmlSpace.None));
    }

    private static XElement? Next(XmlReader xml, MendedText text, SourceFile file, Action<Rejection> reject, string[] containers)
    {
        try
        {
            while (xml.NodeType != XmlNodeType.Element)
            {
                if (!xml.Read()) return null;
            }
            text.BeginRecord();
            if (!containers.Contains(xml.LocalName, StringComparer.OrdinalIgnoreCase)) return (XElement)XNode.ReadFrom(xml);
            var container = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
            while (xml.MoveToNextAttribute())
            {
                if (xml.NamespaceURI != XNamespace.Xmlns.NamespaceName) container.SetAttributeValue(XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value);
            }
            xml.Read();
            return container;
        }
        catch (XmlException broken)
        {
            reject(new Rejection(file.Path, Place(broken.LineNumber, broken.LinePosition), "The XML is broken here; what stands before was read. " + Problem(broken)));
        }
        catch (RecordTooLongException tooLong)
        {
            var at = (IXmlLineInfo)xml;
            reject(new Rejection(file.Path, Place(at.LineNumber, at.LinePosition), tooLong.Message + " What stands before was read."));
        }
        return null;
    }

    private static string Place(int line, int column) => string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}");

    /// <summary>The parser's sentence without the place, which is told apart.</summary>
    private static string Problem(XmlException broken) =>
        broken.Message.IndexOf(" Line ", StringComparison.Ordinal) is var end and > 0 ? broken.Message[..end] : broken.Message;

    /// <summary>Prefixes that feeds use and forget to declare.</summary>
    private sealed class KnownPrefixes(XmlNameTable names) : XmlNamespaceManager(names)
    {
        public override string? LookupNamespace(string prefix) =>
            base.LookupNamespace(prefix) ?? (prefix.Length == 0 ? "" : XmlNames.Namespace(prefix) ?? "urn:undeclared:" + prefix);
    }
}
