using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> when its article was published, cut to what is known, and the rule that found it.</summary>
/// <remarks>What machines are told goes first, then what readers see, then the address; what was published before what was modified.</remarks>
internal sealed class PageDate
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "article:published", "datepublished", "rnews:datepublished", "parsely-pub-date", "sailthru.date",
        "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dc.date.published", "pubdate", "publishdate",
        "publish-date", "publish_date", "pub_date", "publication_date", "publicationdate", "published", "published_date", "published-date", "publisheddate", "date_published", "date-published", "published_at", "publishtime", "ptime",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "bt:pubdate", "shareaholic:article_published_time", "article_date_original", "article.published", "article.created", "originalpublicationdate",
        "displaydate", "creation_date", "created", "datecreated", "article:created", "article-date", "newsdate", "gentime", "vr:published_time", "blogger:published", "date", "dc.created",
    ];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article.updated"];

    private const string MarkedElement = "marked element";

    private readonly DateTimeOffset _latest;
    private readonly bool _dayFirst;

    /// <param name="latest">No article of the page is younger.</param>
    /// <param name="dayFirst">How the page reads "3/4/2024".</param>
    public PageDate(DateTimeOffset latest, bool dayFirst)
    {
        _latest = latest;
        _dayFirst = dayFirst;
    }

    public (PublicationDate? Date, string? Rule) Of(IHtmlDocument document, MetaTags meta, JsonLd data, IReadOnlyList<(string? Text, string Rule)> visible, string? url)
    {
        List<(PublicationDate Date, string Rule)> stated = [.. Dates(Stated(document, meta, data))], seen = [.. Dates(visible)];
        var address = Dates([(UrlDate.Of(url), "url")]).FirstOrDefault();
        var dates = stated.Concat(seen).Append(address).Concat(Dates(Modified(meta, data))).Where(found => found.Date is not null).ToList();
        var best = dates.Find(found => found.Date.Precision >= DatePrecision.Day);
        if (best.Date is null) return dates.Count > 0 ? dates[0] : (null, null);
        // An address is given once, when the article first appears; what is stated may be a later edition's, or another article's.
        if (address.Date is { Precision: DatePrecision.Day } day && (best.Date.FirstDay.DayNumber - day.FirstDay.DayNumber > 1 || (best.Rule is MarkedElement && best.Date.FirstDay != day.FirstDay) || (stated.Count == 0 && best.Date.FirstDay != day.FirstDay))) return address;
        return Local(best, seen);
    }

    /// <summary>A stated time without a zone, or of Greenwich, may be of the day before or after in the outlet's own time: then the day that readers see is taken.</summary>
    private static (PublicationDate Date, string Rule) Local((PublicationDate Date, string Rule) stated, List<(PublicationDate Date, string Rule)> seen)
    {
        if (stated.Date.Precision != DatePrecision.Time || stated.Date.First.Offset != TimeSpan.Zero) return stated;
        var hour = stated.Date.First.Hour;
        var step = hour < 8 ? -1 : hour >= 16 ? 1 : 0;
        var day = stated.Date.FirstDay.AddDays(step);
        if (step == 0 || seen.Exists(found => found.Date.FirstDay == stated.Date.FirstDay)) return stated;
        var local = seen.Find(found => found.Date.Precision >= DatePrecision.Day && found.Date.FirstDay == day);
        if (local.Date is not null) return (OfDay(day), stated.Rule + ", " + local.Rule);
        return stated;
    }

    private static PublicationDate OfDay(DateOnly day) => PublicationDate.TryParse(day.ToString("O", CultureInfo.InvariantCulture))!;

    private IEnumerable<(PublicationDate Date, string Rule)> Dates(IEnumerable<(string? Text, string Rule)> candidates)
    {
        foreach (var (text, rule) in candidates)
        {
            if (Read(text) is { } date) yield return (date, rule);
        }
    }

    private PublicationDate? Read(string? text)
    {
        if (PublicationDate.TryParse(MachineDate.Of(text, _dayFirst)) is not { } date) return null;
        var isUnknown = date.FirstDay == new DateOnly(1970, 1, 1) || date.FirstDay.Year < 1600;
        return isUnknown || date.First > _latest ? null : date;
    }

    private static IEnumerable<(string? Text, string Rule)> Stated(IHtmlDocument document, MetaTags meta, JsonLd data)
    {
        yield return (data.Text("datePublished"), "jsonld datePublished");
        foreach (var (content, name) in meta.All(PublishedNames)) yield return (content, "meta " + name);
        foreach (var marked in document.QuerySelectorAll("[itemprop~=datePublished], [property~='schema:datePublished'], time[pubdate], abbr.published, time.published, time.entry-date"))
            yield return (Stated(marked), MarkedElement);
        yield return (data.Text("dateCreated") ?? data.Text("uploadDate"), "jsonld dateCreated");
    }

    private static IEnumerable<(string? Text, string Rule)> Modified(MetaTags meta, JsonLd data)
    {
        yield return (data.Text("dateModified"), "jsonld dateModified");
        foreach (var (content, name) in meta.All(ModifiedNames)) yield return (content, "meta " + name);
    }

    /// <summary>What an element's attributes say, else its text.</summary>
    public static string? Stated(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? (element.LocalName == "abbr" ? element.GetAttribute("title") : null) ?? PageTitle.Tidy(element.TextContent);
}
