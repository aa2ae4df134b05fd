using NewsSearch.Ingest.Readers.Wires.Feeds;
using NewsSearch.Ingest.Readers.Wires.Issues;
using NewsSearch.Ingest.Readers.Wires.Newswire;

namespace NewsSearch.Ingest.Readers.Wires;

/// <summary>The rows of the table of formats that are feeds, agencies' formats and newspaper issues.</summary>
internal static class WireFormats
{
    public static IReadOnlyList<SourceFormat> Xml { get; } =
    [
        Of("RSS", FeedReader.Read, "rss", "RDF", "channel"),
        Of("Atom", FeedReader.Read, "feed", "entry"),
        Of("NITF", NitfReader.Read, "nitf"),
        Of("NewsML-G2", NewsMlG2Reader.Read, "newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"),
        Of("NewsML 1", NewsMl1Reader.Read, "NewsML"),
        Of("METS", MetsReader.Read, "mets") with { Part = IssuePart.Contents },
        Of("ALTO", AltoReader.Read, "alto") with { Part = IssuePart.Page },
        SourceFormat.Refused("sitemap", head => head.Root is "urlset" or "sitemapindex", _ => "It is a sitemap: it lists addresses, but holds no articles."),
    ];

    public static IReadOnlyList<SourceFormat> Json { get; } = [new("ninjs", NinjsReader.IsBegunBy, NinjsReader.Read)];

    private static SourceFormat Of(string name, ContentReader read, params string[] roots) =>
        new(name, head => head.Root is { } root && roots.Contains(root, StringComparer.OrdinalIgnoreCase), read) { NamesItsEncoding = true };
}
