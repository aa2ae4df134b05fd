using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace NewsSearch.Web.Running;

/// <summary>Who may keep an answer: anybody who asks whether it is still so; of a private archive, only the reader's own browser; what tells of this moment, nobody.</summary>
internal static class CachePolicy
{
    /// <param name="http">The answer that begins.</param>
    /// <param name="own">What the answer says itself; kept, as far as a private archive allows.</param>
    /// <param name="isPrivate">Whether the archive is.</param>
    public static StringValues Of(HttpContext http, StringValues own, bool isPrivate)
    {
        if (own.Count > 0) return isPrivate ? own.ToString().Replace("public", "private", StringComparison.Ordinal) : own;
        var isOfNow = http.Response.StatusCode >= StatusCodes.Status400BadRequest || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || http.Request.Path == MetricsText.Path;
        return isOfNow ? "no-store" : isPrivate ? "private, no-cache" : "public, no-cache";
    }
}
