namespace NewsSearch.Bench.Relevance;

/// <summary>How far up a judged set's right articles stand: nDCG@10 with linear gain, any of the words, mean over the queries.</summary>
/// <remarks>Source: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques" (2002); the discount is that of trec_eval,
/// log2(rank + 1) from the first rank on.</remarks>
/// <param name="set">The set's folder.</param>
/// <param name="part">What stands behind the names of its tables.</param>
/// <param name="atLeast">What it must reach.</param>
internal sealed class JudgedMeasure(string set, string part, double atLeast) : IMeasure
{
    private const int Ranks = 10;

    public string Name => set;

    public IEnumerable<MeasureRow> Run(SharedData data, CancellationToken stopped)
    {
        var queries = data.Queries(set, part);
        using var ours = new ArchiveRanking(data.Articles(set));
        using var plain = new PlainRanking(data.Articles(set));
        yield return new MeasureRow("nDCG@10", set, Mean(ours, queries, stopped), Mean(plain, queries, stopped), atLeast);
    }

    /// <summary>The gain of a list beside that of the best list there can be.</summary>
    internal static double Ndcg(IReadOnlyList<string> found, IReadOnlyDictionary<string, double> grades) =>
        Gain(found.Select(id => grades.GetValueOrDefault(id))) / Gain(grades.Values.OrderDescending());

    private static double Mean(IRanking ranking, IReadOnlyList<JudgedQuery> queries, CancellationToken stopped) => queries.Average(query =>
    {
        stopped.ThrowIfCancellationRequested();
        return Ndcg(ranking.Best(query.Text), query.Grades);
    });

    private static double Gain(IEnumerable<double> grades) => grades.Take(Ranks).Select((grade, rank) => grade / Math.Log2(rank + 2)).Sum();
}
