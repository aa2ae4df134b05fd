using System.Diagnostics;
using NewsSearch.Archive;
using NewsSearch.Engine;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Bench.Relevance;

/// <summary>What it costs that a bare word is looked up in any inflection, in all languages of an archive: the time of the word as it stands,
/// divided by that of the bare word. Exact count and the ten best of each; the middle one of all words.</summary>
/// <param name="sets">Sets of articles in several languages; words are taken from the first.</param>
internal sealed class WordCostMeasure(params string[] sets) : IMeasure
{
    private const string Id = "id", Title = "title", Body = "body", Stems = "stems", Words = "words", AsItStands = "word";
    private const int Seed = 4, WordCount = 200, LeastArticles = 100, Rounds = 9, RunsPerRound = 20;
    private const double AtLeast = 1 / 1.5;

    private static readonly IndexSchema Schema = new(
        [new TextField(Title), new TextField(Body)],
        [new TermList(Stems, TermForm.Stem, [Title, Body], HasPositions: false), new TermList(Words, TermForm.Exact, [Title, Body], HasPositions: false)],
        [new KeywordField(Id, HasColumn: false)], [], [], KeyField: Id);

    private static readonly QueryBinding Binding = new(
        FieldBinding.OfText(Stems),
        new Dictionary<string, FieldBinding> { [AsItStands] = new(FieldRole.Text, [Words]) },
        new Dictionary<string, float>());

    public string Name => "cost";

    public IEnumerable<MeasureRow> Run(SharedData data, CancellationToken stopped)
    {
        var directory = Directory.CreateTempSubdirectory("newssearch-bench-");
        try
        {
            Build(data, directory.FullName, stopped);
            using var index = SearchIndex.Open(directory.FullName);
            using var searcher = index.OpenSearcher();
            double[] ratios = [.. FrequentWords(data).Select(word => Time(searcher, Exactly(word), stopped) / Time(searcher, new PlainWord(word, default), stopped)).Order()];
            yield return new MeasureRow("time of a word / bare word", string.Join('+', sets)[..24], ratios[ratios.Length / 2], null, AtLeast);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static FieldNode Exactly(string word) => new(AsItStands, new PlainWord(word, default), default);

    /// <summary>The shortest of some rounds, in ticks.</summary>
    private static double Time(Searcher searcher, QueryNode query, CancellationToken stopped)
    {
        var best = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            stopped.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            for (var run = 0; run < RunsPerRound; run++) searcher.Search(new IndexQuery(query, Binding), stopped);
            best = Math.Min(best, Stopwatch.GetTimestamp() - started);
        }

        return best;
    }

    private void Build(SharedData data, string directory, CancellationToken stopped)
    {
        using var writer = SearchIndex.OpenWriter(directory, Schema, new WriterOptions("newssearch-bench") { IsRebuild = true });
        foreach (var set in sets)
        {
            foreach (var article in data.Articles(set))
            {
                stopped.ThrowIfCancellationRequested();
                writer.Add(Document($"{set}/{article.Id}", article));
            }
        }

        writer.Commit();
    }

    private static IndexDocument Document(string id, Article article)
    {
        var document = new IndexDocument { Language = article.Language ?? "" };
        document.AddKeyword(Id, id);
        document.AddText(Title, article.Title ?? "");
        document.AddText(Body, article.Body);
        return document;
    }

    private IEnumerable<string> FrequentWords(SharedData data)
    {
        var random = new Random(Seed);
        return data.Articles(sets[0]).SelectMany(article => article.Body.Split(' ').Where(word => word.Length > 2 && word.All(char.IsAsciiLetterLower)).Distinct())
            .CountBy(word => word).Where(word => word.Value >= LeastArticles).Select(word => word.Key).Order(StringComparer.Ordinal)
            .OrderBy(_ => random.Next()).Take(WordCount);
    }
}
