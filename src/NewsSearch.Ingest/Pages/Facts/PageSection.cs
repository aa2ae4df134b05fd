using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page -> the section of the paper, and the rule that found it.</summary>
internal static class PageSection
{
    private const int LongestName = 60;

    private static readonly string[] Names = ["article:section", "section", "parsely-section", "cxenseparse:recs:category", "dc.subject.section", "sailthru.section", "og:section", "category"];

    public static (string? Section, string? Rule) Of(MetaTags meta, JsonLd data)
    {
        if (Clean(data.Text("articleSection")) is { } stated) return (stated, "jsonld articleSection");
        foreach (var (content, name) in meta.All(Names))
        {
            if (Clean(content) is { } named) return (named, "meta " + name);
        }

        return (null, null);
    }

    private static string? Clean(string? name) => name is null || TextLayout.OneLine(name) is not { Length: > 0 and <= LongestName } tidy || tidy.Contains("//", StringComparison.Ordinal) ? null : tidy;
}
