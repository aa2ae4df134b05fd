using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A paragraph at the top that only names the authors: <c>By Ann Lee and John Roe, Reuters</c>; without "By" where the next one only names the outlet.</summary>
internal static class BylineLine
{
    public const string Name = "byline";

    /// <summary>Headline, standfirst, byline.</summary>
    private const int TopParagraphs = 3;

    /// <summary>A longer line is no outlet's name alone.</summary>
    private const int LongestOutlet = 40;

    public static IEnumerable<TextRange> Find(Draft draft) =>
        draft.Paragraphs.Count < 2 ? []
        : IsOverOutlet(draft) ? [draft.Paragraphs[0]]
        : draft.Paragraphs.Take(TopParagraphs).Where(paragraph => Byline.IsByline(draft[paragraph])).Take(1);

    private static bool IsOverOutlet(Draft draft)
    {
        var (first, second) = (draft.Paragraphs[0], draft.Paragraphs[1]);
        return second.End - second.Start <= LongestOutlet && OutletTable.Shared.ByName(draft[second]) is not null && Byline.AreNames(draft[first]);
    }
}
