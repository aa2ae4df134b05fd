namespace NewsSearch.Bench.Relevance;

/// <summary>Query -> articles, best first.</summary>
internal interface IRanking : IDisposable
{
    /// <summary>The ids of the ten best.</summary>
    IReadOnlyList<string> Best(string query);
}
