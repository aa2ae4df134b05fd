using Microsoft.AspNetCore.Builder;
using NewsSearch.Web.Running;

namespace NewsSearch.Web;

/// <summary>Headers of every answer: no foreign content, no frame, no script but our own files and nothing of the machine is allowed.</summary>
internal static class SecurityHeaders
{
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Permissions = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    public static void Use(WebApplication site, SiteOptions options)
    {
        var isBehindHttps = options.PublicAddress?.StartsWith("https:", StringComparison.Ordinal) == true;
        site.Use((context, next) =>
        {
            // On starting, because an error page clears what was set before it.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin"; // a search must not leak to the outlets it links to
                headers["Permissions-Policy"] = Permissions;
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                if (isBehindHttps || context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
                headers.CacheControl = CachePolicy.Of(context, headers.CacheControl, options.Readers is not null);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
