using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning.Leftovers;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>What is left of a draft -> passages to cut, in order: parts of paragraphs, or whole ones.</summary>
internal delegate IEnumerable<TextRange> CleaningRule(Draft draft);

/// <summary>The rules, in the order they run, under the names that the record of removals gives.</summary>
internal static class CleaningRules
{
    public static IReadOnlyList<(string Name, CleaningRule Find, string Summary)> All { get; } =
    [
        (EmptyQuote.Name, EmptyQuote.Find, "Quotation marks with nothing between them."),
        (DateLine.Name, DateLine.Find, "A date alone on a line at the top."),
        (BylineLine.Name, BylineLine.Find, "A line at the top that only names the authors."),
        (Counter.Name, Counter.Find, "Numbers of views, shares and comments."),
        (EmbeddedTweet.Name, EmbeddedTweet.Find, "Embedded posts of social networks."),
        (CommentForm.Name, CommentForm.Find, "The comment form and what follows it."),
        (AuthorBox.Name, AuthorBox.Find, "The note about the author at the end."),
        (ReaderCall.Name, ReaderCall.Find, "Calls on readers near the end: to follow, to share, to sign up."),
        (CopyrightLine.Name, CopyrightLine.Find, "Copyright notices at the end."),
        (AgencyCredit.Name, AgencyCredit.Find, "Credits: to an agency, or to those who reported, wrote and edited."),
        (PictureNote.Name, PictureNote.Find, "What a page says around its pictures and players."),
        (CrossReference.Name, CrossReference.Find, "Lines that only lead to another article."),
        (NameBox.Name, NameBox.Find, "Boxes over names that were run into the sentence."),
        (OutletTag.Name, OutletTag.Find, "The outlet's domain in brackets before the first sentence."),
    ];

    public static void Apply(Draft draft, IReadOnlySet<string> rulesOff)
    {
        foreach (var (name, find, _) in All)
        {
            if (!rulesOff.Contains(name)) draft.Cut([.. find(draft)], name);
        }
    }
}
