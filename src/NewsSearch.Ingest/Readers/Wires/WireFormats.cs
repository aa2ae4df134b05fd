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
        Of("METS", MetsReader.Read, "mets"),
        new("ALTO", head => IsRoot(head, "alto"), AltoReader.Read) { NamesItsEncoding = true }, // a page of an issue gives nothing of its own
        SourceFormat.Refused("sitemap", head => head.Root is "urlset" or "sitemapindex", _ => "It is a sitemap: it lists addresses, but holds no articles."),
    ];

    public static IReadOnlyList<SourceFormat> Json { get; } = [new("ninjs", NinjsReader.IsBegunBy, NinjsReader.Read)];

    private static SourceFormat Of(string name, ContentReader read, params string[] roots) =>
        new(name, head => IsRoot(head, roots), (content, file, options, reject) => NotNothing(read, content, file, options, reject)) { NamesItsEncoding = true };

    private static bool IsRoot(SourceHead head, params string[] roots) => head.Root is { } root && roots.Contains(root, StringComparer.OrdinalIgnoreCase);

    /// <summary>A file that gives neither an article nor a rejection is rejected.</summary>
    private static IEnumerable<SourceArticle> NotNothing(ContentReader read, Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var isNothing = true;
        foreach (var article in read(content, file, options, Told))
        {
            isNothing = false;
            yield return article;
        }
        if (isNothing) reject(new Rejection(file.Path, "", "There are no articles in it."));

        void Told(Rejection rejection)
        {
            isNothing = false;
            reject(rejection);
        }
    }
}
