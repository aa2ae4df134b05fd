using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Pages.Facts;

namespace NewsSearch.Ingest.Pages.Dates;

/// <summary>A page -> when its article was published, cut to what is known, and the rule that found it.</summary>
/// <remarks>
/// What machines are told goes first, then what readers see beside the headline, then what may mean another date, then the address,
/// then other places; what was published before what was modified. Where the first ones name several days, each kind of sign has
/// a voice, and the day with the most is taken.
/// </remarks>
internal sealed class PageDate
{
    private const string MarkedElement = "marked element";

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "article:published", "datepublished", "rnews:datepublished", "parsely-pub-date", "sailthru.date",
        "citation_publication_date", "citation_date", "dc.date.issued", "dc:date.issued", "dcterms.issued", "dc.date.published", "pubdate", "publishdate",
        "publish-date", "publish_date", "pub_date", "publication_date", "publicationdate", "published", "published_date", "published-date", "publisheddate", "date_published", "date-published", "published_at", "publishtime", "ptime",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "bt:pubdate", "shareaholic:article_published_time", "article_date_original", "article.published", "originalpublicationdate",
        "displaydate", "article-date", "newsdate", "vr:published_time", "blogger:published",
    ];

    /// <summary>Names under which some pages give the day of the last change, or of the template.</summary>
    private static readonly string[] VagueNames =
        ["dc.date.created", "dc:date.created", "dcterms.created", "dc.created", "dc.date", "dcterms.date", "date", "creation_date", "created", "datecreated", "article:created", "article.created", "gentime"];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article.updated"];

    /// <summary>A longer text is no date.</summary>
    private const int LongestText = 100;

    /// <summary>No newspaper is older.</summary>
    private const int FirstYear = 1600;

    /// <summary>The first days of programs' calendars, and the evening before the Unix one west of Greenwich: they mean that nothing is known.</summary>
    private static readonly HashSet<DateOnly> UnknownDays = [new(1970, 1, 1), new(1969, 12, 31), new(1900, 1, 1), new(1899, 12, 30), new(1899, 12, 31)];

    private readonly DateTimeOffset _latest;
    private readonly bool _dayFirst;

    /// <param name="latest">No article of the page is younger.</param>
    /// <param name="dayFirst">How the page reads "3/4/2024".</param>
    public PageDate(DateTimeOffset latest, bool dayFirst)
    {
        _latest = latest;
        _dayFirst = dayFirst;
    }

    private readonly record struct Found(PublicationDate Date, string Rule)
    {
        public bool IsDay => Date.Precision >= DatePrecision.Day;
    }

    /// <param name="meta">What the page's head states.</param>
    /// <param name="data">The page's data.</param>
    /// <param name="marked">What elements state that call themselves the date of publication.</param>
    /// <param name="visible">What readers see.</param>
    /// <param name="url">The page's address.</param>
    public (PublicationDate? Date, string? Rule) Of(MetaTags meta, JsonLd data, IEnumerable<string> marked, IReadOnlyList<SeenDate> visible, string? url)
    {
        List<Found> stated = [.. Dates(Stated(meta, data)), .. Dates(marked.Select(text => ((string?)text, MarkedElement)))];
        List<Found> near = [.. Dates(visible.Where(date => date.IsNear).Select(Sign))];
        var address = Dates([(UrlDate.Of(url), "url")]).FirstOrDefault();
        List<Found> signs = [.. stated, .. FirstOfEachKind(near), .. Dates(Vague(meta, data))];
        var best = Chosen(signs.FindAll(found => found.IsDay));
        if (address is { Date.Precision: DatePrecision.Day })
        {
            // An address is given once, when the article first appears; what is stated may be a later edition's, or another article's.
            var (days, isStated) = (best.Date is null ? 0 : best.Date.FirstDay.DayNumber - address.Date.FirstDay.DayNumber, stated.Exists(found => found.Rule != MarkedElement));
            if (best.Date is null || days > 1 || (days != 0 && !isStated)) return (address.Date, address.Rule);
        }

        if (best.Date is null) best = Unsure([.. near, .. Dates(Far(visible, address)), address, .. Dates(Modified(meta, data))], address);
        else best = Local(best, near);
        return (best.Date, best.Rule);
    }

    /// <summary>Dates further away; of several days that merely stand there none tells more than another.</summary>
    private static IEnumerable<(string? Text, string Rule)> Far(IReadOnlyList<SeenDate> visible, Found address)
    {
        var far = visible.Where(date => !date.IsNear && PublicationDate.TryParse(date.Text) is { } found && IsIn(address, found)).ToList();
        var isContradictory = far.Where(date => date.IsBare).DistinctBy(date => date.Text[..Math.Min(10, date.Text.Length)]).Skip(1).Any();
        return far.Where(date => !isContradictory || !date.IsBare).Select(Sign);
    }

    /// <summary>A day, if one is in the month that the address names; else what is known of it.</summary>
    private static Found Unsure(List<Found> signs, Found address)
    {
        signs.RemoveAll(found => found.Date is null);
        var day = signs.Find(found => found.IsDay && IsIn(address, found.Date));
        return day.Date is not null ? day : signs.Find(found => !found.IsDay);
    }

    private static bool IsIn(Found address, PublicationDate date) =>
        address.Date is null || (date.FirstDay >= address.Date.FirstDay && date.FirstDay <= address.Date.LastDay);

    /// <summary>The first printed date, and the first that an element states.</summary>
    private static IEnumerable<Found> FirstOfEachKind(List<Found> near) =>
        near.Where(found => found.IsDay).DistinctBy(found => found.Rule.StartsWith(SeenDate.ElementMark, StringComparison.Ordinal));

    private static (string? Text, string Rule) Sign(SeenDate date) => (date.Text, date.Rule);

    /// <summary>The first sign of the day that most kinds of signs name; of as many, the earlier in the list.</summary>
    private static Found Chosen(List<Found> signs)
    {
        if (signs.Count == 0) return default;
        var day = signs.GroupBy(found => found.Date.FirstDay).MaxBy(group => group.DistinctBy(Kind).Count())!;
        var (first, best) = (signs[0], day.First());
        var other = day.FirstOrDefault(found => found.Rule != best.Rule);
        return first.Date.FirstDay == day.Key || other.Date is null ? best : best with { Rule = $"{best.Rule}, {other.Rule}" };
    }

    /// <summary>Vague names are one kind together: what fills one fills the others.</summary>
    private static string Kind(Found found) => Array.Exists(VagueNames, name => found.Rule == "meta " + name) ? "vague" : found.Rule;

    /// <summary>A stated time without a zone, or of Greenwich, may be of the day before or after in the outlet's own time: then the day that readers see is taken.</summary>
    private static Found Local(Found stated, List<Found> seen)
    {
        if (stated.Date.Precision != DatePrecision.Time || stated.Date.First.Offset != TimeSpan.Zero) return stated;
        var hour = stated.Date.First.Hour;
        var step = hour < 8 ? -1 : hour >= 16 ? 1 : 0;
        var day = stated.Date.FirstDay.AddDays(step);
        if (step == 0 || seen.Exists(found => found.Date.FirstDay == stated.Date.FirstDay)) return stated;
        var local = seen.Find(found => found.IsDay && found.Date.FirstDay == day);
        return local.Date is null ? stated : new Found(OfDay(day), stated.Rule + ", " + local.Rule);
    }

    private static PublicationDate OfDay(DateOnly day) => PublicationDate.TryParse(day.ToString("O", CultureInfo.InvariantCulture))!;

    private IEnumerable<Found> Dates(IEnumerable<(string? Text, string Rule)> candidates)
    {
        foreach (var (text, rule) in candidates)
        {
            if (Read(text) is { } date) yield return new Found(date, rule);
        }
    }

    private PublicationDate? Read(string? text)
    {
        if (Parsed(text, _dayFirst) is not { } date) return null;
        return date.FirstDay.Year < FirstYear || UnknownDays.Contains(date.FirstDay) || date.First > _latest ? null : date;
    }

    /// <summary>As programs write it; else the first date in the words.</summary>
    public static PublicationDate? Parsed(string? text, bool dayFirst) =>
        MachineDate.Of(text, dayFirst) ?? (text is { Length: <= LongestText } ? WrittenDate.Find(text, language: null, dayFirst) : null);

    private static IEnumerable<(string? Text, string Rule)> Stated(MetaTags meta, JsonLd data)
    {
        yield return (data.Text("datePublished"), "jsonld datePublished");
        foreach (var (content, name) in meta.All(PublishedNames)) yield return (content, "meta " + name);
    }

    private static IEnumerable<(string? Text, string Rule)> Vague(MetaTags meta, JsonLd data)
    {
        yield return (data.Text("dateCreated") ?? data.Text("uploadDate"), "jsonld dateCreated");
        foreach (var (content, name) in meta.All(VagueNames)) yield return (content, "meta " + name);
    }

    private static IEnumerable<(string? Text, string Rule)> Modified(MetaTags meta, JsonLd data)
    {
        yield return (data.Text("dateModified"), "jsonld dateModified");
        foreach (var (content, name) in meta.All(ModifiedNames)) yield return (content, "meta " + name);
    }
}
