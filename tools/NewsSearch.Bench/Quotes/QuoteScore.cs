namespace NewsSearch.Bench.Quotes;

/// <summary>Counts of a part of the annotations.</summary>
/// <param name="Part">"tuned" or "held".</param>
internal sealed record QuoteScore(string Part)
{
    public const string Header = "part   quotations  speaker right  named only  precision  recall";

    public int Expected { get; init; }

    public int Matched { get; init; }

    public int Found { get; init; }

    public int RightSpeaker { get; init; }

    public int Named { get; init; }

    public int RightNamed { get; init; }

    public double SpeakerShare => (double)RightSpeaker / Expected;

    public static QuoteScore operator +(QuoteScore a, QuoteScore b) => a with
    {
        Expected = a.Expected + b.Expected,
        Matched = a.Matched + b.Matched,
        Found = a.Found + b.Found,
        RightSpeaker = a.RightSpeaker + b.RightSpeaker,
        Named = a.Named + b.Named,
        RightNamed = a.RightNamed + b.RightNamed,
    };

    public override string ToString() =>
        FormattableString.Invariant($"{Part,-6}{Expected,11}{SpeakerShare,15:P1}{(double)RightNamed / Named,12:P1}{(double)Matched / Found,11:P1}{(double)Matched / Expected,8:P1}");
}
