using System.Globalization;
using System.Xml.Linq;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Newswire;

/// <summary>NewsML 1.x -> one article a news item; streams items.</summary>
internal static class NewsMl1Reader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        long number = 0;
        foreach (var item in XmlRecords.Read(content, file, options, reject, "NewsML"))
        {
            if (item.Name.LocalName != "NewsItem") continue;
            var place = "record " + (++number).ToString(CultureInfo.InvariantCulture);
            var article = Article(item);
            if (article.Body.Length > 0) yield return new SourceArticle(article, file, place);
            else reject(new Rejection(file.Path, place, "There is no text in this news item."));
        }
    }

    private static Article Article(XElement item)
    {
        var inline = item.Below("ContentItem").Where(content => content.ValueAt("MediaType", "FormalName") is null or "Text")
            .SelectMany(content => content.At("DataContent")).Select(InlineContent.Article).FirstOrDefault(article => article.Body.Length > 0) ?? new Article { Id = "" };
        var (published, publishedBy) = MachineDate.First(
            (item.LineAt("NewsManagement/FirstCreated"), "FirstCreated"), (item.LineAt("NewsManagement/ThisRevisionCreated"), "ThisRevisionCreated"),
            (item.LineAt("Identification/NewsIdentifier/DateId"), "DateId"));
        var provider = Party(item, "Provider");
        var source = Party(item, "Source");
        var (outlet, outletFrom) = WireText.First((provider, "provider"), (source, "source"), (item.LineAt("Identification/NewsIdentifier/ProviderId"), "provider-id"));
        return WireText.Tidied(inline with
        {
            Id = Id(item),
            Title = First(item, "HeadLine") ?? inline.Title,
            Lead = First(item, "SubHeadLine") ?? inline.Lead,
            Published = published,
            PublishedBy = publishedBy,
            Outlet = outlet,
            OutletFrom = outletFrom,
            Authors = Byline.Names(item.Below("ByLine").Select(Markup.Line)) is { Count: > 0 } authors ? authors : inline.Authors,
            Section = item.Below("SubjectCode").Elements().Select(code => SubjectCode.Section(code.ValueAt("", "FormalName"))).FirstOrDefault(section => section is not null) ?? inline.Section,
            Language = item.Below("Language").Select(language => language.ValueAt("", "FormalName")).FirstOrDefault() ?? item.Language() ?? inline.Language,
            Agencies = WireText.AgenciesIn([provider, source, First(item, "CreditLine"), .. inline.Agencies]),
        });
    }

    /// <summary>The identifier without the number of the revision: a later one replaces an earlier.</summary>
    private static string Id(XElement item)
    {
        var identifier = item.At("Identification/NewsIdentifier").FirstOrDefault();
        return identifier?.LineAt("ProviderId") is { } provider && identifier.LineAt("DateId") is { } date && identifier.LineAt("NewsItemId") is { } id
            ? $"urn:newsml:{provider}:{date}:{id}"
            : identifier?.LineAt("PublicIdentifier") ?? "";
    }

    private static string? First(XElement item, string name) => item.Below(name).Select(Markup.Line).FirstOrDefault(line => line is not null);

    private static string? Party(XElement item, string role) =>
        item.Below("AdministrativeMetadata").Select(metadata => metadata.ValueAt(role + "/Party", "FormalName")).FirstOrDefault(name => name is not null);
}
