using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exports;

/// <summary>All articles of a search, and any one article, as files of every <see cref="ArticleFormat"/>.</summary>
internal static partial class Downloads
{
    /// <summary>Longest name of a file before its extension, in UTF-16 units; taste.</summary>
    private const int LongestName = 60;

    /// <summary>The address of all articles of a search; pages do not matter.</summary>
    public static string Url(ArticleFormat format, SearchState state) => Whole(state).ToUrl("/search." + format.Extension);

    /// <summary>The address of one article.</summary>
    public static string Url(ArticleFormat format, string id) => ArticleUrl.Under(Path(format), id);

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var format in ArticleFormat.All)
        {
            routes.MapMethods("/search." + format.Extension, SiteHost.Reading, (HttpContext http, ArchiveDoor door) => Found(format, http, door));
            routes.MapMethods(Path(format) + "{**id}", SiteHost.Reading, (HttpContext http, ArchiveDoor door) => One(format, http, door));
        }
    }

    private static string Path(ArticleFormat format) => $"/cite/{format.Name}/";

    private static Task Found(ArticleFormat format, HttpContext http, ArchiveDoor door)
    {
        var (state, _) = SearchUrl.Read(http.Request.Query);
        Name(http, format, "newssearch " + state.Query);
        return Endpoints.Guarded(http, () => PieceStream.Send(http, door, archive => format.Pieces(archive.Export(state.ToRequest(), http.RequestAborted), SiteAddress.Permalinks(http.Request))));
    }

    private static Task One(ArticleFormat format, HttpContext http, ArchiveDoor door) => Endpoints.Guarded(http, () =>
    {
        if (ArticleUrl.IdOf(http.Request, Path(format)) is not { Length: > 0 } id || door.Read(archive => archive.Find(id)) is not { } article)
            return Results.NotFound().ExecuteAsync(http);
        Name(http, format, DisplayTitle.Of(article));
        return PieceStream.Send(http, door, _ => format.Pieces([article], SiteAddress.Permalinks(http.Request)));
    });

    /// <summary>A search without what belongs to one page of it.</summary>
    internal static SearchState Whole(SearchState state) => new() { Query = state.Query, Match = state.Match, Filters = state.Filters, From = state.From, To = state.To, Sort = state.Sort };

    /// <summary>Says what the answer is, and the name to keep it under: what stands for it in words, letters and digits alone.</summary>
    private static void Name(HttpContext http, ArticleFormat format, string words)
    {
        http.Response.ContentType = format.ContentType;
        var name = string.Join('-', Words().Matches(words).Select(word => word.Value.ToLowerInvariant()));
        if (name.Length > LongestName) name = name[..(name.LastIndexOf('-', LongestName) is > 0 and var end ? end : LongestName)];
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{(name.Length > 0 ? name : "article")}.{format.Extension}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex Words();
}
