namespace NewsSearch.Engine.Queries;

/// <summary>How much of a hostile text is read. Each limit that is met leaves a note. All chosen by taste.</summary>
internal static class QueryLimits
{
    public const int TextLength = 8_192;
    public const int Words = 1_024;
    public const int Nesting = 100;
    public const int Slop = 10_000;
    public const int Notes = 50;
}
