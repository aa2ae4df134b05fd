using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>What is left of a draft -> passages to cut: beginnings, ends, or whole paragraphs.</summary>
internal delegate IEnumerable<TextRange> CleaningRule(Draft draft);

/// <summary>The rules, in the order they run, under the names that the record of removals gives.</summary>
internal static class CleaningRules
{
    public static IReadOnlyList<(string Name, CleaningRule Find)> All { get; } =
    [
        (EmptyQuote.Name, EmptyQuote.Find),
        (DateLine.Name, DateLine.Find),
        (BylineLine.Name, BylineLine.Find),
        (Counter.Name, Counter.Find),
        (EmbeddedTweet.Name, EmbeddedTweet.Find),
        (CommentForm.Name, CommentForm.Find),
        (AuthorBox.Name, AuthorBox.Find),
        (CopyrightLine.Name, CopyrightLine.Find),
        (AgencyCredit.Name, AgencyCredit.Find),
        (OutletTag.Name, OutletTag.Find),
    ];

    public static void Apply(Draft draft)
    {
        foreach (var (name, find) in All) draft.Cut([.. find(draft)], name);
    }
}
