using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>The form for readers' comments: "Leave a Reply", "Your email address will not be published. Required fields are marked *".</summary>
internal static partial class CommentForm
{
    public const string Name = "comment-form";

    private const int LongestLength = 400;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        var isInForm = false;
        foreach (var paragraph in draft.Paragraphs)
        {
            var text = paragraph.End - paragraph.Start <= LongestLength ? draft[paragraph] : "";
            isInForm = Form().IsMatch(text) || (isInForm && Labels().IsMatch(text));
            if (isInForm) yield return paragraph;
        }
    }

    private const string Phrase =
        @"Leave a (?:Reply|Comment)|Cancel reply|Your email address will not be published\.?|Required fields are marked ?\*?"
        + @"|Save my name, email,? and website in this browser for the next time I comment\.?|You must be logged in to post a comment\.?"
        + @"|This site uses Akismet to reduce spam\.? ?(?:Learn how your comment data is processed\.?)?|Notify me of (?:follow-up comments|new posts) by email\.?";

    private const string Label = @"Comment ?\*?|Name ?\*?|E-?mail ?\*?|Website|Post Comment|Submit|Δ";

    [GeneratedRegex(@"^(?:Leave a (?:Reply|Comment) to [^.\n]{1,60}|" + Phrase + @")(?:\s*(?:" + Phrase + "|" + Label + "))*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("^(?:" + Label + @")(?:\s+(?:" + Label + "))*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Labels();
}
