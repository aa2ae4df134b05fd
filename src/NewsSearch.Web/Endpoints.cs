using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;
using NewsSearch.Web.Exports;
using NewsSearch.Web.Running;
using NewsSearch.Web.Search;

namespace NewsSearch.Web;

/// <summary>Answers that are not pages: the JSON API, health, robots.</summary>
internal static class Endpoints
{
    // Articles and the plain list may be crawled; every other search is one of endlessly many and may not, nor may what repeats a page.
    private const string Robots = """
        User-agent: *
        Allow: /?page=
        Disallow: /?
        Disallow: /search.
        Disallow: /suggest
        Disallow: /cite/
        Disallow: /article/*?
        Disallow: /entity/*?
        Disallow: /facet/*?
        Disallow: /trends?
        Disallow: /outlets?
        Disallow: /outlets/*?


        """;

    /// <summary>Longest beginning that is completed, in UTF-16 units, and most values of a group. Taste.</summary>
    private const int LongestTyped = 200, CompletionsPerGroup = 8;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/search.json", SiteHost.Reading, SearchJson);
        routes.MapMethods("/suggest", SiteHost.Reading, Suggest);
        routes.MapMethods("/robots.txt", SiteHost.Reading, (HttpRequest request) => Results.Text($"{Robots.ReplaceLineEndings("\n")}Sitemap: {SiteAddress.Of(request)}{Sitemap.Path}\n"));
        routes.MapMethods("/health/live", SiteHost.Reading, () => Results.Text("live\n"));
        routes.MapMethods("/health/ready", SiteHost.Reading, (HttpContext http, ArchiveDoor door, Draining end) => Guarded(http, () =>
        {
            if (end.IsStopping) return Results.Text("stopping\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            door.Read(archive => archive.Stats());
            return Results.Text("ready\n");
        }));
    }

    private static Task SearchJson(HttpContext http, ArchiveDoor door) => Guarded(http, () =>
    {
        var (state, notes) = SearchUrl.Read(http.Request.Query);
        var page = door.Read(archive => archive.Search(state.ToRequest(), http.RequestAborted));
        return Json(json => SearchPageJson.Write(page with { Notes = [.. page.Notes, .. notes] }, json));
    });

    /// <summary>What somebody may be typing, as cut for the archive, and how it may go on.</summary>
    public static (string Typed, IReadOnlyDictionary<string, IReadOnlyList<Completion>> Groups) Complete(HttpContext http, ArchiveDoor door, int perGroup)
    {
        var typed = InWords.Clip(http.Request.Query["q"].FirstOrDefault() ?? "", LongestTyped);
        return (typed, door.Read(archive => archive.Complete(typed, perGroup, http.RequestAborted)));
    }

    private static Task Suggest(HttpContext http, ArchiveDoor door) => Guarded(http, () =>
    {
        var (typed, groups) = Complete(http, door, CompletionsPerGroup);
        return Json(json => CompletionsJson.Write(typed, groups, json));
    });

    private static IResult Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ArticleJson.WriterOptions)) write(json);
        return Results.Bytes(buffer.WrittenMemory, "application/json; charset=utf-8");
    }

    /// <summary>A program gets the sentence as JSON, not the page that people get.</summary>
    public static async Task Guarded(HttpContext http, Func<Task> answer)
    {
        try
        {
            await answer().ConfigureAwait(false);
        }
        catch (ArchiveException problem) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Results.Json(new { error = problem.Message }, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http).ConfigureAwait(false);
        }
    }

    public static Task Guarded(HttpContext http, Func<IResult> answer) => Guarded(http, () => answer().ExecuteAsync(http));
}
