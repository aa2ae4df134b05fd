using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A paragraph that only credits an agency or colleagues, <c>Source: With information from AP</c>, <c>Ann Lee contributed to this report.</c>; at the very end <c>(Reporting by Ann Lee; Editing by John Roe)</c>.</summary>
internal static partial class AgencyCredit
{
    public const string Name = "agency-credit";

    private const int LongestLength = 120;
    private const int LongestAtEnd = 160;

    /// <summary>Further up such words are more often a part of the report; taste.</summary>
    private const int TailParagraphs = 4;

    private const int LongestNames = 400;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        for (var i = 1; i < draft.Paragraphs.Count; i++)
        {
            var paragraph = draft.Paragraphs[i];
            var (length, isLast, isTail) = (paragraph.End - paragraph.Start, i == draft.Paragraphs.Count - 1, i >= draft.Paragraphs.Count - TailParagraphs);
            if (length <= (isTail ? LongestAtEnd : LongestLength) && IsCredit(draft[paragraph], isTail)) yield return paragraph;
            else if (isLast && draft.Text[paragraph.End - 1] == ')' && Names().Match(draft.Text, Math.Max(paragraph.Start, paragraph.End - LongestNames), Math.Min(length, LongestNames)) is { Success: true } names) yield return new TextRange(names.Index, paragraph.End);
        }
    }

    private static bool IsCredit(string text, bool isTail) =>
        (isTail && text.Contains("ontribut", StringComparison.Ordinal) && Contributors().IsMatch(text)) || (Credit().IsMatch(text) && Metadata.Agencies.NamedIn(text).Any());

    [GeneratedRegex(
        @"^[(\[]?(?:Sources?: ?.{1,80}|With (?:information|inputs?|reporting|files|additional reporting) (?:from|by) .{1,80}|(?:The )?[\w .]{2,40} contributed to this (?:report|story|article)\.?)[)\]]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^(?:[•*] ?)?[(\[]?(?:Contributing: .{3,}|.{3,} contributed (?:reporting(?: from [\w ]{2,30})?|(?:reporting )?to this (?:report|story|article|post)))\.?[)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Contributors();

    [GeneratedRegex(@"\((?:[Ww]ith )?(?:[Aa]ddition\w* )?(?:[Rr]eporting|[Rr]eporters|[Ee]diting|[Ww]riting|[Ww]ritten|[Cc]ompiled|[Pp]olling)\b(?: (?:and|additional|reporting|editing|writing)){0,3} (?:by|from) .*$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
