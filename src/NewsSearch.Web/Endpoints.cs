using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web;

/// <summary>Answers that are not pages: the JSON API, health, robots.</summary>
internal static class Endpoints
{
    // Articles and the plain list may be crawled; every other search is one of endlessly many and may not.
    private const string Robots = """
        User-agent: *
        Allow: /?page=
        Disallow: /?
        Disallow: /search.json
        Disallow: /article/*?

        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/search.json", SiteHost.Reading, SearchJson);
        routes.MapMethods("/robots.txt", SiteHost.Reading, () => Results.Text(Robots));
        routes.MapMethods("/health/live", SiteHost.Reading, () => Results.Text("live\n"));
        routes.MapMethods("/health/ready", SiteHost.Reading, (ArchiveDoor door) => Guarded(() =>
        {
            door.Read(archive => archive.Stats());
            return Results.Text("ready\n");
        }));
    }

    private static IResult SearchJson(HttpContext http, ArchiveDoor door) => Guarded(() =>
    {
        var (state, notes) = SearchUrl.Read(http.Request.Query);
        var page = door.Read(archive => archive.Search(state.ToRequest(), http.RequestAborted));
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ArticleJson.WriterOptions)) SearchPageJson.Write(page with { Notes = [.. page.Notes, .. notes] }, json);
        return Results.Bytes(buffer.WrittenMemory, "application/json; charset=utf-8");
    });

    // A program gets the sentence as JSON, not the page that people get.
    private static IResult Guarded(Func<IResult> answer)
    {
        try
        {
            return answer();
        }
        catch (ArchiveException problem)
        {
            return Results.Json(new { error = problem.Message }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
