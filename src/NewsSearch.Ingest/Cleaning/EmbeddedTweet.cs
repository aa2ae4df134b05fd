using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A paragraph that is a post shown from Twitter: its text, then <c>— name (@handle) February 20, 2024</c>.</summary>
internal static partial class EmbeddedTweet
{
    public const string Name = "embedded-tweet";

    /// <summary>A post of 280 characters, its links, its author and date.</summary>
    private const int LongestLength = 500;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        foreach (var paragraph in draft.Paragraphs)
        {
            if (paragraph.End - paragraph.Start > LongestLength || draft.Text[paragraph.End - 1] is not (>= '0' and <= '9')) continue;
            if (Signature().IsMatch(draft[paragraph])) yield return paragraph;
        }
    }

    [GeneratedRegex(@"(?:—|–|--|&mdash;) ?[^@()\n]{1,60}\(@\w{1,20}\) (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
