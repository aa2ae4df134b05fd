using NewsSearch.Archive;
using NewsSearch.Engine.Analysis;

namespace NewsSearch.Bench.Relevance;

/// <summary>Who types an article's headline finds the article, though only bodies are indexed: how often first, how often among the ten best.</summary>
/// <param name="set">The set's folder.</param>
/// <param name="headlineCount">How many headlines to try.</param>
internal sealed class HeadlineMeasure(string set = "allsides", int headlineCount = 1000) : IMeasure
{
    private const int Seed = 4;

    /// <summary>Shorter headlines ("Police Reform") name a topic, which many articles answer as well.</summary>
    private const int LeastWords = 6;

    private const double AtLeastFirst = 0.70;
    private const double AtLeastInTen = 0.90;

    public string Name => "headlines";

    public IEnumerable<MeasureRow> Run(SharedData data, CancellationToken stopped)
    {
        var random = new Random(Seed);
        Article[] chosen =
        [
            .. data.Articles(set).Where(article => !string.IsNullOrWhiteSpace(article.Title)).OrderBy(_ => random.Next())
                .Where(article => DifferentWords(article.Title!) >= LeastWords).Take(headlineCount),
        ];
        using var ours = new ArchiveRanking(data.Articles(set).Select(WithoutTitle));
        using var plain = new PlainRanking(data.Articles(set).Select(WithoutTitle));
        int[] ranks = [.. chosen.Select(article => Rank(ours, article, stopped))], plainRanks = [.. chosen.Select(article => Rank(plain, article, stopped))];
        yield return new MeasureRow("headline finds it first", set, ShareUpTo(1, ranks), ShareUpTo(1, plainRanks), AtLeastFirst);
        yield return new MeasureRow("in the first ten", set, ShareUpTo(10, ranks), ShareUpTo(10, plainRanks), AtLeastInTen);
    }

    private static int DifferentWords(string headline)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var tokens = new Tokenizer();
        tokens.Reset(headline.AsMemory());
        while (tokens.Next()) words.Add(tokens.Term.ToString());
        return words.Count;
    }

    private static Article WithoutTitle(Article article) => article with { Title = null };

    /// <summary>From 1; beyond all ranks where the article is not among the ten.</summary>
    private static int Rank(IRanking ranking, Article article, CancellationToken stopped)
    {
        stopped.ThrowIfCancellationRequested();
        var at = ranking.Best(article.Title!).ToList().IndexOf(article.Id);
        return at < 0 ? int.MaxValue : at + 1;
    }

    private static double ShareUpTo(int rank, int[] ranks) => (double)ranks.Count(found => found <= rank) / ranks.Length;
}
