using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Outlets;
using NewsSearch.Ingest.Pages.Facts.Sites;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> the outlet that published it, and the rule that chose it.</summary>
internal static partial class PageOutlet
{
    private const int LongestName = 80;
    private const int LongestWithoutSlogan = 25;
    private const int MostWords = 5;

    /// <summary>Sites that publish for others.</summary>
    private static readonly HashSet<string> Platforms = new(StringComparer.OrdinalIgnoreCase) { "Medium", "Blogger", "Blogspot", "WordPress", "WordPress.com", "Tumblr", "Substack", "Squarespace", "Wix", "Ghost", "YouTube", "Facebook" };

    /// <param name="document">The page.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="data">Its data.</param>
    /// <param name="url">Its address, if known.</param>
    /// <returns>The outlet, the rule, and all that the page calls its site.</returns>
    public static (string? Outlet, string? Rule, SiteNames Names) Of(IHtmlDocument document, MetaTags meta, JsonLd data, string? url)
    {
        var host = CanonicalUrl.Host(url);
        var site = Clean(meta.First("og:site_name"), host);
        var publisher = Clean(Publisher(data), host);
        var known = OutletTable.Shared.ByHost(host);
        var app = AppName(document, meta, meta.First("application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone"));
        var owner = Clean(data.OfType("WebSite", "NewsMediaOrganization").Select(item => JsonLd.Text(item, "name")).FirstOrDefault(name => name is not null), host);
        var home = WrittenOut.OverFrontPage(document, host);
        var (outlet, rule) = Stated(site, publisher, host) ?? Named(known, "host table") ?? Named(app, "meta") ?? Named(owner, "jsonld site")
            ?? Named(WrittenOut.AsHost(document, meta, host), "host, written out") ?? Named(Clean(meta.First("dc.publisher", "publisher", "cre", "source"), host), "meta")
            ?? Named(Clean(home, host), "heading that leads home") ?? Named(WrittenOut.BehindHeadline(document), "title, behind the headline") ?? default;
        var names = new SiteNames([outlet, site, publisher, app, owner, known, home, meta.First("author"), meta.First("copyright")], host);
        return outlet is not null ? (outlet, rule, names) : (host, host is null ? null : "host", names);
    }

    private static (string? Name, string Rule)? Named(string? name, string rule) => name is null ? null : (name, rule);

    /// <summary>The publisher, or the site's name: the one that says more of what readers know it as; of two alike the publisher, unless it has no part in it.</summary>
    private static (string? Name, string Rule)? Stated(string? site, string? publisher, string? host)
    {
        if (publisher is null) return site is null ? null : (site, "og:site_name");
        if (site is null) return (publisher, "jsonld publisher");
        var (first, second) = (Worth(publisher), Worth(site));
        return first > second || (first == second && new SiteNames([site], host).IsBeside(publisher)) ? (publisher, "jsonld publisher") : (site, "og:site_name");
    }

    private static int Worth(string name) =>
        Platforms.Contains(name) ? 0
        : OutletTable.Shared.ByName(name) is not null ? 4
        : Company().IsMatch(name) ? 1
        : IsHost(name) ? 2
        : 3;

    private static string? Publisher(JsonLd data)
    {
        foreach (var publisher in data.Items("publisher"))
        {
            if (publisher.ValueKind == JsonValueKind.String) return publisher.GetString();
            if (JsonLd.Text(publisher, "name") is { } name) return name;
        }

        return null;
    }

    /// <summary>Some pages name themselves there, not their site.</summary>
    private static string? AppName(IHtmlDocument document, MetaTags meta, string? name) =>
        Clean(name) is { } app && app.Count(c => c == ' ') < MostWords && name != document.Title && !meta.All(["og:title", "twitter:title"]).Any(title => title.Content == name) ? app : null;

    private static bool IsHost(string name) => name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal);

    private static string? Clean(string? name, string? host = null)
    {
        if (name is null) return null;
        name = TextLayout.OneLine(name).TrimStart('@');
        if (name.Length > LongestWithoutSlogan) name = WithoutSlogan(name, host);
        if (name.Length is 0 or > LongestName || name.StartsWith("http", StringComparison.OrdinalIgnoreCase) || name.Contains('{', StringComparison.Ordinal)) return null;
        return IsHost(name) ? OutletTable.Shared.ByHost(name) ?? name : name;
    }

    /// <summary>"The Example - all the news" -> "The Example": the part that is written in the host, else the first.</summary>
    private static string WithoutSlogan(string name, string? host)
    {
        var parts = Slogan().Split(name).Select(part => part.Trim()).Where(part => part.Length > 2).ToList();
        return parts.Count < 2 ? name : parts.Find(new SiteNames([], host).Is) ?? parts[0];
    }

    [GeneratedRegex(@"\s(?:[-–—|:·•]|::)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Slogan();

    [GeneratedRegex(@"\b(?:AG|GmbH|KG|Inc|Ltd|LLC|plc|Corp|Corporation|Company|S\.?A|S\.?L|B\.?V|Verlag|Publishing|Holding)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Company();
}
