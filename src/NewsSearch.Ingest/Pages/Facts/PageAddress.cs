using AngleSharp.Html.Dom;
using NewsSearch.Ingest.Metadata;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> the address that it calls its own, and the rule that found it.</summary>
internal static class PageAddress
{
    /// <param name="document">The page.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="fetched">Where it was fetched; null where unknown.</param>
    public static (string? Url, string? Rule) Of(IHtmlDocument document, MetaTags meta, string? fetched)
    {
        foreach (var (text, rule) in Candidates(document, meta))
        {
            if (Whole(text, fetched) is { } url && IsTrusted(url, fetched)) return (url, rule);
        }

        return fetched is null ? (null, null) : (fetched, "fetched");
    }

    private static IEnumerable<(string? Text, string Rule)> Candidates(IHtmlDocument document, MetaTags meta)
    {
        yield return (document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), "canonical link");
        yield return (meta.First("og:url"), "og:url");
    }

    private static string? Whole(string? text, string? fetched)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 2000) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url)) return CanonicalUrl.Host(text) is null ? null : url.OriginalString;
        return Uri.TryCreate(fetched, UriKind.Absolute, out var address) && Uri.TryCreate(address, text, out url) && CanonicalUrl.Host(url.AbsoluteUri) is not null ? url.AbsoluteUri : null;
    }

    /// <summary>Not a front page for an article, and of a site that shares a part of its name with the one it was fetched from.</summary>
    private static bool IsTrusted(string url, string? fetched)
    {
        var path = new Uri(url).PathAndQuery;
        if (fetched is null || !Uri.TryCreate(fetched, UriKind.Absolute, out var address)) return path.Length > 1;
        if (path.Length <= 1) return address.PathAndQuery.Length <= 1;
        return Site(url) is { } site && Site(fetched)?.Split('.').Intersect(site.Split('.')).Any(part => part.Length > 3) == true;
    }

    private static string? Site(string url) => CanonicalUrl.Host(url);
}
