using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A paragraph at the top that only names the authors: <c>By Ann Lee and John Roe, Reuters</c>.</summary>
internal static class BylineLine
{
    public const string Name = "byline";

    /// <summary>Headline, standfirst, byline.</summary>
    private const int TopParagraphs = 3;

    public static IEnumerable<TextRange> Find(Draft draft) =>
        draft.Paragraphs.Count < 2 ? [] : draft.Paragraphs.Take(TopParagraphs).Where(paragraph => Byline.IsByline(draft[paragraph])).Take(1);
}
