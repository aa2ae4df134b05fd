using System.Buffers;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A paragraph of quotation marks with nothing between them: what a page's empty pull quote leaves behind.</summary>
internal static class EmptyQuote
{
    public const string Name = "empty-quote";

    private static readonly SearchValues<char> QuotesAndSpace = SearchValues.Create("\"“”„«»‘’' \n");

    public static IEnumerable<TextRange> Find(Draft draft) =>
        draft.Paragraphs.Where(paragraph => draft.Text.AsSpan(paragraph.Start, paragraph.End - paragraph.Start).IndexOfAnyExcept(QuotesAndSpace) < 0);
}
