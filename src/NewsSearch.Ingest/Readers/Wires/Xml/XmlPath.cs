using System.Xml.Linq;

namespace NewsSearch.Ingest.Readers.Wires.Xml;

/// <summary>Elements found by local names, whatever namespace a document of the format puts them in.</summary>
internal static class XmlPath
{
    private static readonly XName Lang = XNamespace.Xml + "lang";

    /// <summary>Descendants along a path of local names such as <c>head/docdata/date.issue</c>, in document order.</summary>
    public static IEnumerable<XElement> At(this XElement element, string path)
    {
        IEnumerable<XElement> found = [element];
        foreach (var name in path.Split('/')) found = found.SelectMany(parent => parent.Elements().Where(child => child.Name.LocalName == name));
        return found;
    }

    /// <summary>Descendants of a local name, at any depth.</summary>
    public static IEnumerable<XElement> Below(this XElement element, string name) => element.Descendants().Where(child => child.Name.LocalName == name);

    /// <summary>The first line of text along a path; null where there is none.</summary>
    public static string? LineAt(this XElement element, string path) => element.At(path).Select(Markup.Line).FirstOrDefault(line => line is not null);

    /// <summary>An attribute of the first element along a path that has it filled; the element's own where the path is empty.</summary>
    public static string? ValueAt(this XElement element, string path, string attribute) =>
        (path.Length == 0 ? [element] : element.At(path)).Select(found => Markup.Line(found.Attribute(attribute)?.Value)).FirstOrDefault(value => value is not null);

    public static string? Language(this XElement element) => Markup.Line(element.Attribute(Lang)?.Value);
}
