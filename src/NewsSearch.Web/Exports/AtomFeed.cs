using System.Globalization;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exports;

/// <summary>A search -> an Atom feed of its articles, newest first.</summary>
/// <remarks>
/// Sources: RFC 4287; RFC 5005 for further pages; OpenSearch 1.1 for totals. An entry must tell when it was last changed, so articles
/// without a date are in no feed; one of which only month or year is known stands at its beginning, as in a search by date.
/// An entry's id is the article's address: it stays the same in every feed of the site.
/// </remarks>
internal static class AtomFeed
{
    public const string Path = "/search.atom";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";
    public const string Type = "application/atom+xml";

    /// <summary>Entries unless another size is asked for; taste.</summary>
    private const int Entries = 50;

    /// <summary>The address of the feed of a search.</summary>
    public static string Url(SearchState state) => (Downloads.Whole(state) with { Sort = null }).ToUrl(Path);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Path, SiteHost.Reading, (HttpContext http, ArchiveDoor door) => Endpoints.Guarded(http, () =>
    {
        var (asked, _) = SearchUrl.Read(http.Request.Query);
        var size = http.Request.Query.ContainsKey("size") ? asked.Size : Entries;
        var state = Downloads.Whole(asked) with { Sort = null, Page = asked.Page, Size = size };
        var request = state.ToRequest() with { Sort = SortOrder.Newest, CountFacets = [] };
        var dates = request.Choice("date");
        request = request.With("date", dates with { Exclude = dates.Exclude.Add(FacetNames.NoValue) });
        var (page, changed) = door.Read(archive => (archive.Search(request, http.RequestAborted), archive.Stats().Committed));
        return XmlText.Answer(Type, xml => Write(xml, page, state, changed, SiteAddress.Of(http.Request)));
    }));

    private static void Write(XmlWriter xml, SearchPage page, SearchState state, DateTimeOffset changed, string site)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "opensearch", null, OpenSearch);
        xml.WriteAttributeString("xml", "lang", null, "en");
        Element("title", "NewsSearch: " + page.InterpretedAs);
        Element("subtitle", "The articles of this search that have a date, newest first.");
        Element("id", site + Url(state));
        Element("updated", Instant(page.Hits.Count > 0 ? page.Hits[0].Published!.First : changed));
        Author("NewsSearch");
        Link("self", Type, Page(page.Page));
        Link("alternate", "text/html", Downloads.Whole(state).ToUrl());
        Link("search", "application/opensearchdescription+xml", OpenSearchDescription.Path);
        Link("first", Type, Page(1));
        if (page.Page > 1) Link("previous", Type, Page(page.Page - 1));
        if (page.HasNext) Link("next", Type, Page(page.Page + 1));
        xml.WriteElementString("totalResults", OpenSearch, page.Total.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("startIndex", OpenSearch, (((long)page.Page - 1) * page.Size + 1).ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("itemsPerPage", OpenSearch, page.Size.ToString(CultureInfo.InvariantCulture));
        foreach (var hit in page.Hits) Entry(hit);
        xml.WriteEndElement();

        void Entry(Hit hit)
        {
            xml.WriteStartElement("entry", Atom);
            Element("title", hit.Title);
            Element("id", site + ArticleUrl.For(hit.Id));
            Link("alternate", "text/html", ArticleUrl.For(hit.Id, new SearchState { Query = state.Query, Match = state.Match }));
            Element("updated", Instant(hit.Published!.First));
            if (hit.Published.Precision >= DatePrecision.Day) Element("published", Instant(hit.Published.First));
            if (!string.IsNullOrWhiteSpace(hit.Outlet)) Author(hit.Outlet);
            if (hit.Snippets.Count > 0)
            {
                xml.WriteStartElement("summary", Atom);
                xml.WriteAttributeString("type", "html");
                xml.WriteString(XmlText.Of(string.Join("<br>", hit.Snippets)));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        string Page(int number)
        {
            var url = (Downloads.Whole(state) with { Sort = null, Page = number }).ToUrl(Path);
            return state.Size == Entries ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size={SearchUrl.Digits(state.Size)}";
        }

        void Element(string name, string text) => xml.WriteElementString(name, Atom, XmlText.Of(text));

        void Author(string name)
        {
            xml.WriteStartElement("author", Atom);
            Element("name", name);
            xml.WriteEndElement();
        }

        void Link(string rel, string type, string url)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", rel);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("href", site + url);
            xml.WriteEndElement();
        }
    }

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
