namespace NewsSearch.Engine.Segments;

/// <summary>The names of the sections of a segment; FORMAT.md, "Sections of a segment".</summary>
internal static class SegmentSections
{
    public const string Info = "info";
    public const string Heads = "stored/heads";
    public const string Bodies = "stored/bodies";

    public static string Terms(string list) => $"list/{list}/terms";

    public static string Postings(string list) => $"list/{list}/postings";

    public static string Positions(string list) => $"list/{list}/positions";

    public static string Pairs(string list) => $"list/{list}/pairs";

    public static string PairPostings(string list) => $"list/{list}/pairs/postings";

    public static string PairPositions(string list) => $"list/{list}/pairs/positions";

    public static bool IsOfPairs(string section) => section.Contains("/pairs", StringComparison.Ordinal);

    public static string KeywordTerms(string field) => $"keyword/{field}/terms";

    public static string KeywordPostings(string field) => $"keyword/{field}/postings";

    public static string KeywordColumn(string field) => $"keyword/{field}/column";

    public static string Number(string field) => $"number/{field}";

    public static string Lengths(string text) => $"lengths/{text}";
}
