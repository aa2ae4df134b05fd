using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>A short paragraph near the end that only calls on readers: <c>Follow Ann Lee on Twitter @annlee</c>, <c>Sign up for our newsletter</c>.</summary>
internal static partial class ReaderCall
{
    public const string Name = "reader-call";

    /// <summary>Further up such words are more often a part of the report; taste.</summary>
    private const int TailParagraphs = 4;

    private const int LongestLength = 160;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        for (var i = Math.Max(1, draft.Paragraphs.Count - TailParagraphs); i < draft.Paragraphs.Count; i++)
        {
            var paragraph = draft.Paragraphs[i];
            if (paragraph.End - paragraph.Start <= LongestLength && Call().IsMatch(draft[paragraph])) yield return paragraph;
        }
    }

    [GeneratedRegex(
        @"^(?:(?:You can )?(?:follow|like|find|join) [^.!?\n]{1,80}? on (?:Twitter|Facebook|Instagram|LinkedIn|YouTube|Google\+|Snapchat|Pinterest)\b[^.!?\n]{0,60}(?:[.!]|: ?\S+)?"
        + @"|Follow us:? @\S+|(?:Read (?:or|and) share|share) this (?:story|article)(?:$|:.{0,80}| on .{1,60})"
        + @"|(?:Click here to |Please )?(?:sign up|subscribe)(?: here)? (?:for|to) [^.!?\n]{1,60}\b(?:newsletters?|briefing|podcast|e-?mails?|alerts|channel)\b[^.!?\n]{0,60}[.!]?|Get the [^.!?\n]{1,30} app[.!]?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Call();
}
