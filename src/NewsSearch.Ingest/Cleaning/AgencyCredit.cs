using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A paragraph that only credits an agency: <c>Source: With information from AP</c>, <c>Reuters contributed to this report.</c></summary>
internal static partial class AgencyCredit
{
    public const string Name = "agency-credit";

    private const int LongestLength = 120;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        for (var i = 1; i < draft.Paragraphs.Count; i++)
        {
            var paragraph = draft.Paragraphs[i];
            if (paragraph.End - paragraph.Start > LongestLength) continue;
            var text = draft[paragraph];
            if (Credit().IsMatch(text) && Metadata.Agencies.NamedIn(text).Any()) yield return paragraph;
        }
    }

    [GeneratedRegex(
        @"^[(\[]?(?:Sources?: ?.{1,80}|With (?:information|inputs?|reporting|files|additional reporting) (?:from|by) .{1,80}|(?:The )?[\w .]{2,40} contributed to this (?:report|story|article)\.?)[)\]]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Credit();
}
