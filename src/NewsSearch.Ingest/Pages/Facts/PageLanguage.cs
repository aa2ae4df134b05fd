using AngleSharp.Html.Dom;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Languages;
using NewsSearch.Ingest.Pages.Content;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> its language, and the rule that found it. What the page says of itself is often its template's: the text decides.</summary>
internal static class PageLanguage
{
    /// <summary>Where English is written with the day first.</summary>
    private static readonly HashSet<string> DayFirstRegions = new(StringComparer.OrdinalIgnoreCase) { "gb", "uk", "au", "nz", "ie", "in", "za", "pk", "ng", "ke", "sg", "my", "hk", "mt", "eu" };

    public static (string? Language, string? Rule) Of(IHtmlDocument document, MetaTags meta, IEnumerable<Block> blocks)
    {
        var stated = LanguageCode.Of(Stated(document, meta));
        var detected = LanguageDetector.Detect(string.Join('\n', blocks.Where(block => block.Rule is null).Select(block => block.Text)));
        if (detected is not null) return (detected, detected == stated ? "html lang and text" : "text");
        return stated is null ? (null, null) : (stated, "html lang");
    }

    /// <summary>Only Americans put the month first. English is theirs where neither the page nor its address names another country.</summary>
    public static bool DayFirst(IHtmlDocument document, MetaTags meta, string? language, string? url)
    {
        if (language is not (null or "en") || LanguageCode.Of(Stated(document, meta)) is not (null or "en")) return true;
        var region = Region(Stated(document, meta)) ?? Region(meta.First("og:locale"));
        var domain = CanonicalUrl.Host(url)?.Split('.')[^1];
        return (region is not null && DayFirstRegions.Contains(region)) || (domain is { Length: 2 } && domain != "us");
    }

    /// <summary>"en-GB" -> "GB".</summary>
    private static string? Region(string? language) => language?.IndexOfAny(['-', '_']) is > 0 and var at ? language[(at + 1)..].Trim() : null;

    private static string? Stated(IHtmlDocument document, MetaTags meta) =>
        document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang") ?? document.Body?.GetAttribute("lang") ?? meta.First("og:locale", "content-language", "language", "dc.language");
}
