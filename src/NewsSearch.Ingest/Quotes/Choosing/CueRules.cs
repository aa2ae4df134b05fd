namespace NewsSearch.Ingest.Quotes.Choosing;

/// <summary>The cues of who was chosen -> the rule that readers are told.</summary>
internal static class CueRules
{
    public const string SameParagraph = "same paragraph";
    public const string ParagraphBefore = "paragraph before";
    public const string NameBelow = "name below";
    public const string Marks = "marks";

    private const string VerbBehind = "verb behind it";
    private const string VerbBefore = "verb before it";
    private const string VerbAtEnd = "verb at the sentence's end";
    private const string SameSentence = "same sentence";
    private const string NameAsLabel = "name as a label";
    private const string NamedInSentence = "named in the sentence";
    private const string SentenceBefore = "sentence before";

    /// <summary>The nearer to the stretch first: a candidate's first cue here tells.</summary>
    private static readonly (Cue Cue, string Rule)[] Rules =
    [
        (Cue.According, "according to"), (Cue.By, "called so by"), (Cue.Inverted, VerbBehind), (Cue.Behind, VerbBehind), (Cue.BehindRemark, VerbBehind), (Cue.Before, VerbBefore),
        (Cue.CapitalLabel, NameAsLabel), (Cue.Label, NameAsLabel), (Cue.NameBelow, NameBelow), (Cue.InFront, VerbBefore), (Cue.Tail, VerbAtEnd), (Cue.NextSentence, SameParagraph), (Cue.SameSentence, SameSentence),
        (Cue.FarInFront, SameSentence), (Cue.FarBehind, SameSentence), (Cue.HeadAlone, NamedInSentence), (Cue.HeadBesideVerb, NamedInSentence), (Cue.FirstPerson, NamedInSentence), (Cue.NamedBefore, NamedInSentence),
        (Cue.NamedBehind, NamedInSentence), (Cue.SpokeHereAlone, SameParagraph), (Cue.SpokeHereOpens, SameParagraph), (Cue.SpokeHereInside, SameParagraph), (Cue.SpokeAboveAlone, ParagraphBefore),
        (Cue.SpokeAboveOpens, ParagraphBefore), (Cue.SpokeAboveInside, ParagraphBefore), (Cue.SubjectBeforeAlone, SentenceBefore), (Cue.SubjectBeforeOpens, SentenceBefore),
        (Cue.SubjectBeforeInside, SentenceBefore), (Cue.LastAlone, SentenceBefore), (Cue.LastOpens, SentenceBefore), (Cue.LastInside, SentenceBefore),
    ];

    public static string Of(Candidate chosen)
    {
        foreach (var (cue, rule) in Rules)
        {
            if (chosen.Has(cue)) return rule;
        }
        return Marks;
    }
}
