using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>The outlet's domain in brackets before the first sentence: <c>(PatriotWise.com) — Moscow announced …</c></summary>
internal static partial class OutletTag
{
    public const string Name = "outlet-tag";

    /// <summary>The tag stands before the first or, where there is a headline, the second paragraph; one more for a standfirst.</summary>
    private const int TopParagraphs = 3;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        foreach (var paragraph in draft.Paragraphs.Take(TopParagraphs))
        {
            if (draft.Text[paragraph.Start] != '(') continue;
            var match = Tag().Match(draft.Text, paragraph.Start, Math.Min(80, paragraph.End - paragraph.Start));
            if (!match.Success) continue;
            yield return new TextRange(paragraph.Start, paragraph.Start + match.Length);
            yield break;
        }
    }

    /// <summary>The domain in a passage that <see cref="Find"/> found.</summary>
    public static string? Outlet(string removed) => Tag().Match(removed) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^\(([A-Za-z0-9][A-Za-z0-9-]{1,40}\.(?:com|org|net|info|news|tv|co\.uk))\)\s*(?:—|–|--|-)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
