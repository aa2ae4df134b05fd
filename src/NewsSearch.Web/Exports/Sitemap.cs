using System.Globalization;
using System.Security;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exports;

/// <summary>All articles -> the sitemap that crawlers read: one list, or a list of lists where one may not hold them all.</summary>
/// <remarks>
/// Source: the protocol of sitemaps.org, 0.9. Oldest first, so that what is added later changes the last part alone. What is known to
/// the day or better is told as the date of the last change.
/// </remarks>
internal static class Sitemap
{
    public const string Path = "/sitemap.xml";

    private const string ContentType = "application/xml; charset=utf-8";
    private const string Begin = """<?xml version="1.0" encoding="utf-8"?>""" + "\n";
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly SearchRequest OldestFirst = new() { Sort = SortOrder.Oldest };

    /// <param name="routes">Where to answer.</param>
    /// <param name="mostOfPart">Most addresses of one list.</param>
    public static void Map(IEndpointRouteBuilder routes, int mostOfPart)
    {
        routes.MapMethods(Path, SiteHost.Reading, (HttpContext http, ArchiveDoor door) => Endpoints.Guarded(http, () =>
        {
            var articles = door.Read(archive => archive.Stats().Articles);
            return articles <= mostOfPart ? Send(http, door, 0, mostOfPart) : Results.Text(Parts(SiteAddress.Of(http.Request), (articles + mostOfPart - 1) / mostOfPart), ContentType).ExecuteAsync(http);
        }));
        routes.MapMethods("/sitemap/{part:int:min(1)}.xml", SiteHost.Reading, (int part, HttpContext http, ArchiveDoor door) => Endpoints.Guarded(http, () =>
        {
            var skip = ((long)part - 1) * mostOfPart;
            return skip < door.Read(archive => archive.Stats().Articles) ? Send(http, door, skip, mostOfPart) : Results.NotFound().ExecuteAsync(http);
        }));
    }

    private static string Parts(string site, long count)
    {
        var list = new StringBuilder(Begin).Append(CultureInfo.InvariantCulture, $"<sitemapindex xmlns=\"{Namespace}\">\n");
        for (var part = 1L; part <= count; part++) list.Append(CultureInfo.InvariantCulture, $"<sitemap><loc>{Escape(site)}/sitemap/{part}.xml</loc></sitemap>\n");
        return list.Append("</sitemapindex>\n").ToString();
    }

    private static Task Send(HttpContext http, ArchiveDoor door, long skip, int count)
    {
        http.Response.ContentType = ContentType;
        return PieceStream.Send(http, door, archive => Pieces(archive.Ids(OldestFirst, skip, http.RequestAborted).Take(count), SiteAddress.Of(http.Request)));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(IEnumerable<DatedId> articles, string site)
    {
        yield return Encoding.UTF8.GetBytes($"{Begin}<urlset xmlns=\"{Namespace}\">\n");
        foreach (var (id, published) in articles)
        {
            var changed = published is { Precision: >= DatePrecision.Day } ? $"<lastmod>{published.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</lastmod>" : "";
            yield return Encoding.UTF8.GetBytes($"<url><loc>{Escape(site + ArticleUrl.For(id))}</loc>{changed}</url>\n");
        }

        yield return "</urlset>\n"u8.ToArray();
    }

    private static string Escape(string url) => SecurityElement.Escape(url);
}
