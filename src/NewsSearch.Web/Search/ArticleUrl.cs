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
        var url = (state ?? new SearchState()).ToUrl(Under(Path, id));
        if (at is { } rank) Append("at=" + rank);
        if (withRemoved) Append("removed=1");
        if (hit is { } mark) Append("hit=" + mark + "#h" + mark);
        return url;

        void Append(string parameter) => url += (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + parameter;
    }

    /// <summary>The address of what a path has for an article.</summary>
    /// <param name="path">With a slash at its end.</param>
    /// <param name="id">Any characters.</param>
    public static string Under(string path, string id) => (CanBePath(id) ? path : path[..^1] + "?id=") + Uri.EscapeDataString(id);

    /// <summary>The id in the address of a request; null where there is none.</summary>
    /// <remarks>Taken from the raw target: in the decoded path, an escaped slash and an escaped "%2F" look the same.</remarks>
    public static string? IdOf(HttpRequest request, string path = Path)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (target.IndexOfAny(['?', '#']) is >= 0 and var end) target = target[..end];
        var start = target.IndexOf(path, StringComparison.Ordinal);
        return start < 0 ? request.Query["id"].FirstOrDefault() : Uri.UnescapeDataString(target[(start + path.Length)..]);
    }

    // Browsers resolve "." and ".." even when escaped, and servers refuse a NUL in a path.
    private static bool CanBePath(string id) => id is not ("" or "." or "..") && !id.Contains('\0', StringComparison.Ordinal);
}
