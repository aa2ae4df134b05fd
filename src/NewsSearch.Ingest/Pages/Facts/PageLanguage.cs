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

    /// <summary>Only Americans put the month first.</summary>
    public static bool DayFirst(IHtmlDocument document, string? language, string? url)
    {
        if (language is not (null or "en")) return true;
        var region = document.DocumentElement.GetAttribute("lang") is { } lang && lang.IndexOfAny(['-', '_']) is > 0 and var at ? lang[(at + 1)..] : null;
        var domain = CanonicalUrl.Host(url)?.Split('.')[^1];
        return (region is not null && DayFirstRegions.Contains(region)) || (domain is { Length: 2 } && domain != "us");
    }

    private static string? Stated(IHtmlDocument document, MetaTags meta) =>
        document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang") ?? document.Body?.GetAttribute("lang") ?? meta.First("og:locale", "content-language", "language", "dc.language");
}
