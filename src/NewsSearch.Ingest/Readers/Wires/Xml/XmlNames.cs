using System.Collections.Frozen;
using System.Xml.Linq;

namespace NewsSearch.Ingest.Readers.Wires.Xml;

/// <summary>Elements -> names as readers' rules write them: <c>title</c>, <c>dc:creator</c>, whatever prefix the document uses.</summary>
internal static class XmlNames
{
    private static readonly (string Prefix, string Namespace)[] Table =
    [
        ("", "http://purl.org/rss/1.0/"), ("", "http://my.netscape.com/rdf/simple/0.9/"), ("", "http://channel.netscape.com/rdf/simple/0.9/"),
        ("", "http://backend.userland.com/rss2"), ("", "http://backend.userland.com/rss"), ("", "http://blogs.law.harvard.edu/tech/rss"), ("", "http://purl.org/net/rss1.1#"),
        ("", "http://www.w3.org/2005/Atom"), ("", "http://purl.org/atom/ns#"),
        ("atom", "http://www.w3.org/2005/Atom"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("dc", "http://purl.org/dc/elements/1.1/"), ("dc", "http://purl.org/dc/elements/1.0/"), ("dcterms", "http://purl.org/dc/terms/"),
        ("content", "http://purl.org/rss/1.0/modules/content/"), ("xhtml", "http://www.w3.org/1999/xhtml"), ("media", "http://search.yahoo.com/mrss/"),
        ("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"), ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("xlink", "http://www.w3.org/1999/xlink"), ("mods", "http://www.loc.gov/mods/v3"),
    ];

    private static readonly FrozenDictionary<string, string> PrefixOf =
        Table.DistinctBy(row => row.Namespace).ToFrozenDictionary(row => row.Namespace, row => row.Prefix);

    private static readonly FrozenDictionary<string, string> NamespaceOf =
        Table.Where(row => row.Prefix.Length > 0).DistinctBy(row => row.Prefix).ToFrozenDictionary(row => row.Prefix, row => row.Namespace);

    /// <summary>The namespace that a prefix usually stands for; null where it is unknown.</summary>
    public static string? Namespace(string prefix) => NamespaceOf.GetValueOrDefault(prefix);

    public static string Of(XElement element)
    {
        var space = element.Name.NamespaceName;
        if (space.Length == 0) return element.Name.LocalName;
        var prefix = PrefixOf.GetValueOrDefault(space) ?? (space.StartsWith("http://wordpress.org/export/", StringComparison.Ordinal)
            ? space.EndsWith("/excerpt/", StringComparison.Ordinal) ? "excerpt" : "wp"
            : "?");
        return prefix.Length == 0 ? element.Name.LocalName : prefix + ":" + element.Name.LocalName;
    }
}
