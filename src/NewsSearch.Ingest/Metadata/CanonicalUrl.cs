using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Metadata;

/// <summary>
/// Address -> what stays the same however the article is linked: no scheme, no <c>www.</c> or host for phones, no fragment, no
/// tracking parameters, no cache or archive around it; parameters in order.
/// </summary>
internal static partial class CanonicalUrl
{
    private static readonly HashSet<string> TrackingParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "gad_source", "dclid", "msclkid", "yclid", "ttclid", "twclid", "igshid", "igsh", "li_fat_id",
        "mc_cid", "mc_eid", "mkt_tok", "vero_id", "_hsenc", "_hsmi", "ocid", "icid", "intcid", "s_cid", "cmpid", "cmp", "ncid", "smid", "smtyp", "ito",
        "sr_share", "_ga", "_gl", "ref_src", "ref_url", "spm", "guccounter", "guce_referrer", "guce_referrer_sig", "soc_src", "soc_trk", "xtor", "mbid",
        "ns_campaign", "ns_mchannel", "ns_source", "at_medium", "at_campaign", "feedtype", "feedname", "fb_action_ids", "fb_source", "hootpostid", "emc", "_r",
        "outputtype", "amp", "amp_js_v", "usqp",
    };

    /// <summary>Hosts under which a site shows the same pages again, to phones above all.</summary>
    private static readonly string[] TwinHosts = ["www.", "m.", "mobile.", "amp.", "wap.", "touch."];

    private static readonly string[] FolderPages = ["index.html", "index.htm", "index.php", "index.shtml"];

    /// <summary>The canonical form; null where the text is no web address.</summary>
    public static string? Of(string? url)
    {
        if (Parse(url) is not { } uri) return null;
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair)).Order(StringComparer.Ordinal).ToList();
        var port = uri.Port is 80 or 443 ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return HostOf(uri) + port + PathOf(uri) + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    /// <summary>The host without <c>www.</c> and the like; null where the text is no web address.</summary>
    public static string? Host(string? url) => Parse(url) is { } uri ? HostOf(uri) : null;

    private static Uri? Parse(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri) && IsWeb(uri) ? WithoutCache(uri) : null;

    private static bool IsWeb(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    /// <summary>
    /// The page that an address of Google's AMP cache shows, <c>google.com/amp/s/HOST/…</c>, <c>….cdn.ampproject.org/c/s/HOST/…</c>, or of
    /// the Internet Archive, <c>web.archive.org/web/20190102030405/https://HOST/…</c>.
    /// </summary>
    private static Uri WithoutCache(Uri uri)
    {
        if (uri.Host == "web.archive.org" && Archived().Match(uri.PathAndQuery) is { Success: true } archived)
            return Uri.TryCreate(archived.Groups["url"].Value, UriKind.Absolute, out var kept) && IsWeb(kept) ? kept : uri;
        var isCache = uri.Host.EndsWith(".cdn.ampproject.org", StringComparison.OrdinalIgnoreCase)
            || (HostOf(uri).StartsWith("google.", StringComparison.Ordinal) && uri.AbsolutePath.StartsWith("/amp/", StringComparison.Ordinal));
        if (!isCache) return uri;
        var shown = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).SkipWhile(segment => segment.Length == 1);
        return Uri.TryCreate("https://" + string.Join('/', shown) + uri.Query, UriKind.Absolute, out var page) && page.Host.Contains('.', StringComparison.Ordinal) ? page : uri;
    }

    private static string HostOf(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        while (Array.Find(TwinHosts, twin => host.StartsWith(twin, StringComparison.Ordinal)) is { } found && host.IndexOf('.', found.Length) > 0) host = host[found.Length..];
        return host;
    }

    private static string PathOf(Uri uri)
    {
        var segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (segments.Count > 0 && Array.Exists(FolderPages, page => segments[^1].Equals(page, StringComparison.OrdinalIgnoreCase))) segments.RemoveAt(segments.Count - 1);
        if (segments.Count > 1) segments.RemoveAll(segment => segment is "amp" or "amp.html");
        if (segments.Count > 0) segments[^1] = WithoutAmp(segments[^1]);
        return Escape().Replace(string.Concat(segments.Select(segment => "/" + segment)), escape => escape.Value.ToUpperInvariant());
    }

    /// <summary><c>story.amp</c>, <c>story.amp.html</c>: the same page made for phones.</summary>
    private static string WithoutAmp(string page) =>
        page.EndsWith(".amp", StringComparison.Ordinal) ? page[..^4]
        : page.EndsWith(".amp.html", StringComparison.Ordinal) ? page[..^9] + ".html"
        : page;

    private static bool IsTracking(string pair)
    {
        var name = pair.Split('=')[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || TrackingParameters.Contains(name);
    }

    [GeneratedRegex(@"^/web/\d{4,14}(?:[a-z]{2}_)?/(?<url>https?:/.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Archived();

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
