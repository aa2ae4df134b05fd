using Microsoft.AspNetCore.Http;
using NewsSearch.Archive;

namespace NewsSearch.Web.Running.Limits;

/// <summary>A request -> what it costs, in milliseconds of the site's time: at least by its kind, and by the time it took.</summary>
/// <remarks>
/// Each filter makes a search dearer: readers choose some, at human pace; what follows every link of the facets has ever more of them.
/// What is sent counts by its length, not by the time it takes: a slow connection costs the site nothing.
/// </remarks>
internal static class RequestCost
{
    // Taste: the time of such pages at some 100,000 articles, and for files what a short one takes.
    private const double Page = 5, Search = 10, EachFilter = 10, Suggestion = 2, File = 50, Least = 1;

    private const double BytesPerMillisecond = 20_000;

    private static readonly HashSet<string> Choices = [.. FacetNames.All, .. FacetNames.All.Select(facet => "-" + facet), "from", "to"];

    /// <summary>What is charged in advance.</summary>
    public static double InAdvance(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        if (path.StartsWith("/health/", StringComparison.Ordinal)) return 0;
        if (path.StartsWith("/files/", StringComparison.Ordinal)) return Least;
        if (path == "/suggest") return Suggestion;
        if (path == "/" || path.StartsWith("/facet/", StringComparison.Ordinal) || path is "/search.json" or "/search.atom") return Search + (EachFilter * Filters(request.Query));
        return path.StartsWith("/search.", StringComparison.Ordinal) || path.StartsWith("/sitemap", StringComparison.Ordinal) ? File : Page;
    }

    /// <summary>What a request cost when it is answered.</summary>
    /// <param name="inAdvance">What it was charged before.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="began">How long it took until the answer began.</param>
    /// <param name="byteLength">How long the answer was.</param>
    public static double Of(double inAdvance, int status, TimeSpan began, long byteLength)
    {
        var measured = began.TotalMilliseconds + (byteLength / BytesPerMillisecond);
        return Math.Max(measured, status == StatusCodes.Status304NotModified ? Math.Min(Least, inAdvance) : inAdvance);
    }

    private static int Filters(IQueryCollection query) => query.Where(parameter => Choices.Contains(parameter.Key)).Sum(parameter => parameter.Value.Count(value => !string.IsNullOrEmpty(value)));
}
