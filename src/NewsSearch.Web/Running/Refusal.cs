using Microsoft.AspNetCore.Http;

namespace NewsSearch.Web.Running;

/// <summary>An answer that costs nothing to make: a sentence.</summary>
internal static class Refusal
{
    public static Task Send(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence + "\n");
    }
}
