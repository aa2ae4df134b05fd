using System.Globalization;
using System.Xml.Linq;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Feeds;

/// <summary>RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, WordPress exports -> one article an item. Streams: only one item is in memory.</summary>
internal static class FeedReader
{
    private static readonly string[] Containers = ["rss", "RDF", "channel", "feed"];

    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var channel = new FeedChannel();
        var passedOver = new SortedDictionary<string, int>(StringComparer.Ordinal);
        long number = 0;
        foreach (var element in XmlRecords.Read(content, file, options, reject, Containers))
        {
            if (!IsItem(element))
            {
                channel.Take(element);
                continue;
            }
            var place = "record " + (++number).ToString(CultureInfo.InvariantCulture);
            var item = new FeedItem(element, channel);
            if (item.PassedOver is { } what) passedOver[what] = passedOver.GetValueOrDefault(what) + 1;
            else yield return new SourceArticle(item.Article(), file, place);
        }
        if (passedOver.Count > 0)
        {
            var counts = string.Join(", ", passedOver.Select(pair => $"{pair.Value.ToString(CultureInfo.InvariantCulture)} × {pair.Key}"));
            reject(new Rejection(file.Path, "", $"These entries of the export are no published articles: {counts}."));
        }
    }

    private static bool IsItem(XElement element) =>
        element.Name.LocalName.Equals("item", StringComparison.OrdinalIgnoreCase) || element.Name.LocalName.Equals("entry", StringComparison.OrdinalIgnoreCase);
}
