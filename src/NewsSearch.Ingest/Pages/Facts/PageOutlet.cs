using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> the outlet that published it, and the rule that chose it.</summary>
internal static partial class PageOutlet
{
    private const int LongestName = 80;
    private const int LongestWithoutSlogan = 25;

    public static (string? Outlet, string? Rule) Of(MetaTags meta, JsonLd data, string? url)
    {
        if (Clean(meta.First("og:site_name")) is { } site) return (site, "og:site_name");
        if (Clean(Publisher(data)) is { } publisher) return (publisher, "jsonld publisher");
        if (OutletTable.Shared.ByHost(CanonicalUrl.Host(url)) is { } known) return (known, "host table");
        if (Clean(meta.First("application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone", "dc.publisher", "cre", "source")) is { } named) return (named, "meta");
        if (Clean(data.OfType("WebSite", "NewsMediaOrganization").Select(item => JsonLd.Text(item, "name")).FirstOrDefault(name => name is not null)) is { } owner) return (owner, "jsonld site");
        return CanonicalUrl.Host(url) is { } host ? (host, "host") : (null, null);
    }

    private static string? Publisher(JsonLd data)
    {
        foreach (var publisher in data.Items("publisher"))
        {
            if (publisher.ValueKind == JsonValueKind.String) return publisher.GetString();
            if (JsonLd.Text(publisher, "name") is { } name) return name;
        }

        return null;
    }

    private static bool IsHost(string name) => name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex(@"\s[-–—|:·]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Slogan();

    private static string? Clean(string? name)
    {
        if (name is null) return null;
        name = PageTitle.Tidy(name).TrimStart('@');
        // "The Example - all the news": the slogan goes.
        if (name.Length > LongestWithoutSlogan && Slogan().Match(name) is { Success: true, Index: > 2 } slogan) name = name[..slogan.Index];
        if (name.Length is 0 or > LongestName || name.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return null;
        return IsHost(name) ? OutletTable.Shared.ByHost(name) ?? name : name;
    }
}
