using Microsoft.AspNetCore.Builder;

namespace NewsSearch.Web;

/// <summary>Headers of every answer: no foreign content, no frame and no script but our own files is allowed.</summary>
internal static class SecurityHeaders
{
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Use(WebApplication site) => site.Use((context, next) =>
    {
        // On starting, because an error page clears what was set before it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin"; // a search must not leak to the outlets it links to
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-cache";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
