using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A copyright notice near the end: <c>Copyright 2024, PatriotWise.com</c>, <c>© 2024 The Example. All rights reserved.</c></summary>
internal static partial class CopyrightLine
{
    public const string Name = "copyright";

    /// <summary>Notices stand this near to the end; taste.</summary>
    private const int TailParagraphs = 3;

    private const int LongestLength = 250;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        for (var i = Math.Max(1, draft.Paragraphs.Count - TailParagraphs); i < draft.Paragraphs.Count; i++)
        {
            var paragraph = draft.Paragraphs[i];
            if (paragraph.End - paragraph.Start <= LongestLength && Notice().IsMatch(draft[paragraph])) yield return paragraph;
        }
    }

    /// <summary>The year in a notice that <see cref="Find"/> found; of a span of years, the last.</summary>
    public static string? Year(string notice) => Notice().Match(notice) is { Success: true } match ? match.Groups["year"].Value : null;

    /// <summary>Who holds the rights by such a notice; null where it does not say.</summary>
    public static string? Holder(string notice)
    {
        var match = Notice().Match(notice);
        var holder = match.Groups["holder"].Value.Trim(' ', '.', ',', '|', '-', '–', '—');
        return match.Success && holder.Any(char.IsLetter) ? holder : null;
    }

    [GeneratedRegex(
        @"^(?:(?:Copyright|Copr\.)\s*(?:©|\(c\))?|©(?:\s*Copyright)?|\(c\))\s*(?:by )?(?:\d{4}\s*[-–]\s*)?(?<year>(?:19|20)\d{2})\b[\s,.:|–—-]*(?:by )?(?<holder>[^.\n]{0,60}?(?:\.(?:com|org|net|co\.uk|info|news))?)(?=\s*$|\.\s|\.$|,? All rights reserved)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Notice();
}
