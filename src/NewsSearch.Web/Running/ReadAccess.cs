using Microsoft.AspNetCore.Http;

namespace NewsSearch.Web.Running;

/// <summary>Lets nobody read a private archive but its readers. Only whether the program lives is told to all.</summary>
internal sealed class ReadAccess(RequestDelegate next, SiteOptions options)
{
    private const string OpenPath = "/health/live";

    public Task InvokeAsync(HttpContext http)
    {
        if (options.Readers is not { } readers || http.Request.Path == OpenPath || (http.Request.Headers.Authorization is [{ } given] && readers.Admit(given))) return next(http);
        http.Response.Headers.WWWAuthenticate = new(["Basic realm=\"NewsSearch\", charset=\"UTF-8\"", "Bearer realm=\"NewsSearch\""]);
        return Refusal.Send(http, StatusCodes.Status401Unauthorized, "This archive is read with a name and a password, or with a token.");
    }
}
