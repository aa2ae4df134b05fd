namespace NewsSearch.Ingest.Metadata;

/// <summary>Address -> what stays the same however the article is linked: no scheme, no <c>www.</c>, no fragment, no tracking parameters.</summary>
internal static class CanonicalUrl
{
    private static readonly HashSet<string> TrackingParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ocid", "cmpid", "cmp", "ncid", "smid", "smtyp", "sr_share",
        "_ga", "ref_src", "ref_url", "spm", "guccounter", "amp",
    };

    /// <summary>The canonical form; null where the text is no web address.</summary>
    public static string? Of(string? url)
    {
        if (Parse(url) is not { } uri) return null;
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair)).ToList();
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return HostOf(uri) + port + uri.AbsolutePath.TrimEnd('/') + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    /// <summary>The host without <c>www.</c>; null where the text is no web address.</summary>
    public static string? Host(string? url) => Parse(url) is { } uri ? HostOf(uri) : null;

    private static Uri? Parse(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0
            ? uri
            : null;

    private static string HostOf(Uri uri)
    {
        var host = uri.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static bool IsTracking(string pair)
    {
        var name = pair.Split('=')[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || TrackingParameters.Contains(name);
    }
}
