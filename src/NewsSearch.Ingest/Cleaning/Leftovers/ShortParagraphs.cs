using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning.Leftovers;

/// <summary>Whole paragraphs that a pattern tells, among those that are short enough and begin right: most others need no closer look.</summary>
internal static class ShortParagraphs
{
    /// <param name="draft">The text.</param>
    /// <param name="first">The first paragraph that may be one.</param>
    /// <param name="longestLength">In UTF-16 units.</param>
    /// <param name="beginnings">Their first characters.</param>
    /// <param name="pattern">Of the whole paragraph.</param>
    public static IEnumerable<TextRange> Matching(Draft draft, int first, int longestLength, string beginnings, Regex pattern)
    {
        for (var i = first; i < draft.Paragraphs.Count; i++)
        {
            var (start, end) = draft.Paragraphs[i];
            if (end - start <= longestLength && beginnings.Contains(draft.Text[start], StringComparison.Ordinal) && pattern.IsMatch(draft.Text.AsSpan(start, end - start))) yield return new TextRange(start, end);
        }
    }
}
