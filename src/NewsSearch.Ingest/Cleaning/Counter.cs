using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>Numbers of views, shares and comments that stand alone in a paragraph: <c>0 51</c> beside the headline, <c>12 Shares</c> anywhere.</summary>
internal static partial class Counter
{
    public const string Name = "counter";

    /// <summary>Bare numbers are counters only this near to the top; taste.</summary>
    private const int TopParagraphs = 3;

    private const int LongestLength = 60;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        for (var i = 0; i < draft.Paragraphs.Count; i++)
        {
            var paragraph = draft.Paragraphs[i];
            if (paragraph.End - paragraph.Start > LongestLength) continue;
            var text = draft[paragraph];
            if (Counted().IsMatch(text) || (i < TopParagraphs && BareNumbers().IsMatch(text))) yield return paragraph;
        }
    }

    [GeneratedRegex(@"^\d{1,6}(?:\s+\d{1,6})+$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumbers();

    [GeneratedRegex(@"^(?:\d[\d.,]{0,8}[kKmM]?\s+(?:total )?(?:shares?|views?|comments?|likes?|retweets?)\s*)+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
