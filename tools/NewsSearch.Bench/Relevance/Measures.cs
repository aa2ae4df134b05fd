namespace NewsSearch.Bench.Relevance;

/// <summary>All measures, in the order of the table.</summary>
internal static class Measures
{
    public static IReadOnlyList<IMeasure> All { get; } =
    [
        new JudgedMeasure("time", "", atLeast: 0.70),
        new JudgedMeasure("cranfield", "", atLeast: 0.54),
        new JudgedMeasure("scifact", ".train", atLeast: 0.71),
        new HeadlineMeasure(),
        new SuggestionMeasure(),
        new SimilarMeasure("basil-triples", "giveme5w1h-news-cluster"),
        new LanguageMeasure(),
        new WordCostMeasure("allsides", "saudinewsnet", "cctv-xwlb", "fakebr"),
    ];
}
