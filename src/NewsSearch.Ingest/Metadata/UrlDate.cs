using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Metadata;

/// <summary>The date in an address's path: <c>/2024/02/20/</c>, <c>/2024/feb/20/</c>, <c>/2024-02-20-</c>, <c>/2024/02/</c>, <c>/20-02-2024-</c>.</summary>
internal static partial class UrlDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>An ISO date cut to what the path tells; null where it tells none.</summary>
    public static string? Of(string? url)
    {
        if (url is null) return null;
        if (Reversed().Match(url) is { Success: true } reversed) return $"{reversed.Groups["year"].Value}-{reversed.Groups["month"].Value}-{reversed.Groups["day"].Value}";
        if (Pattern().Match(url) is not { Success: true } match) return null;
        var written = match.Groups["month"].Value;
        var month = char.IsDigit(written[0]) ? written.PadLeft(2, '0') : $"{Months.IndexOf(written.ToLowerInvariant(), StringComparison.Ordinal) / 3 + 1:00}";
        var day = match.Groups["day"].Value;
        return match.Groups["year"].Value + "-" + month + (day.Length == 0 ? "" : "-" + day.PadLeft(2, '0'));
    }

    [GeneratedRegex(
        @"/(?<year>(?:19|20)\d\d)[/-](?<month>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[/-](?<day>0?[1-9]|[12]\d|3[01])(?=[/-]|$)|(?=/))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"/(?<day>0[1-9]|[12]\d|3[01])[-.](?<month>0[1-9]|1[0-2])[-.](?<year>(?:19|20)\d\d)(?=[/_-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Reversed();
}
