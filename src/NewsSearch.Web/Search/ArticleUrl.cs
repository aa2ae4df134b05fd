using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NewsSearch.Web.Search;

/// <summary>Article id &lt;-> address, for ids of any characters.</summary>
internal static class ArticleUrl
{
    private const string Path = "/article/";

    /// <summary>The address of an article inside a search.</summary>
    /// <param name="id">Any characters.</param>
    /// <param name="state">The search that it was found by.</param>
    /// <param name="at">Its rank in that search, from 1.</param>
    /// <param name="hit">The mark to show, from 1.</param>
    /// <param name="withRemoved">Whether what cleaning removed is shown in its place.</param>
    public static string For(string id, SearchState? state = null, long? at = null, int? hit = null, bool withRemoved = false)
    {
        var url = CanBePath(id) ? Path + Uri.EscapeDataString(id) : "/article?id=" + Uri.EscapeDataString(id);
        url = (state ?? new SearchState()).ToUrl(url);
        if (at is { } rank) Append("at=" + rank);
        if (withRemoved) Append("removed=1");
        if (hit is { } mark) Append("hit=" + mark + "#h" + mark);
        return url;

        void Append(string parameter) => url += (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + parameter;
    }

    /// <summary>The id in the address of a request; null where there is none.</summary>
    /// <remarks>Taken from the raw target: in the decoded path, an escaped slash and an escaped "%2F" look the same.</remarks>
    public static string? IdOf(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var start = target.IndexOf(Path, StringComparison.Ordinal);
        if (start < 0) return request.Query["id"].FirstOrDefault();
        var end = target.IndexOfAny(['?', '#'], start);
        return Uri.UnescapeDataString(target[(start + Path.Length)..(end < 0 ? target.Length : end)]);
    }

    // Browsers resolve "." and ".." even when escaped, and servers refuse a NUL in a path.
    private static bool CanBePath(string id) => id is not ("" or "." or "..") && !id.Contains('\0', StringComparison.Ordinal);
}
