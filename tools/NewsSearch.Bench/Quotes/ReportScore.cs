namespace NewsSearch.Bench.Quotes;

/// <summary>Of indirect reports that were judged by hand.</summary>
/// <param name="Judged">How many were.</param>
/// <param name="Found">How many of them are found still.</param>
/// <param name="Right">How many of those found are reports, under the right speaker.</param>
internal sealed record ReportScore(int Judged, int Found, int Right)
{
    public static ReportScore operator +(ReportScore a, ReportScore b) => new(a.Judged + b.Judged, a.Found + b.Found, a.Right + b.Right);

    public override string ToString() => FormattableString.Invariant($"reports: {Found} of the {Judged} judged are found, {(double)Right / Found:P1} of them right");
}
