using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exports;

/// <summary>A request -> the address of the site as the outside knows it, for what is read away from its pages: feeds, references, sitemaps.</summary>
internal static class SiteAddress
{
    /// <summary>Without a slash at its end: as configured, else as the request asked for it.</summary>
    public static string Of(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<SiteOptions>().PublicAddress is { Length: > 0 } configured
            ? configured.TrimEnd('/')
            : $"{request.Scheme}://{(request.Host.HasValue ? request.Host.Value : "localhost")}{request.PathBase}";

    /// <summary>Article -> its whole address.</summary>
    public static Func<Article, string> Permalinks(HttpRequest request)
    {
        var site = Of(request);
        return article => site + ArticleUrl.For(article.Id);
    }
}
