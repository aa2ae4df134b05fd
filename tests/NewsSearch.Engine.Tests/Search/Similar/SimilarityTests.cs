using NewsSearch.Engine.Search.Similar;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Search.Similar;

/// <summary>Documents like given texts.</summary>
public sealed class SimilarityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_document_that_shares_the_rare_words_comes_first_with_those_words()
    {
        using var index = Open("the limousine of the president", "limousines and presidents at the harbour", "the bread of the day", "the harbour and the bread");
        using var searcher = index.OpenSearcher();

        var similar = searcher.Similar(Query("The limousine of the President", without: 0));

        Assert.Equal(1, similar[0].Doc);
        Assert.Equal(["limousine", "President"], similar[0].SharedWords.Where(word => word.Length > 4).Order(StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(similar, like => like.Doc == 0);
    }

    [Fact]
    public void Without_a_shared_word_there_is_nothing_similar()
    {
        using var index = Open("limousine", "bread");
        using var searcher = index.OpenSearcher();

        Assert.Empty(searcher.Similar(Query("limousine", without: 0)));
        Assert.Empty(searcher.Similar(Query("", without: -1)));
        Assert.Empty(searcher.Similar(Query("… !", without: -1)));
    }

    [Fact]
    public void Shared_words_are_in_both_and_scores_fall_for_random_documents()
    {
        var random = new Random(41);
        string[] words = ["limousine", "limousines", "café", "cafe", "bread", "harbour", "the", "and", "run", "runs", "x1", "senat"];
        string[] bodies = [.. Enumerable.Range(0, 60).Select(_ => string.Join(' ', random.GetItems(words, random.Next(12))))];
        using var index = Open(bodies);
        using var searcher = index.OpenSearcher();
        for (var doc = 0; doc < bodies.Length; doc++)
        {
            var similar = searcher.Similar(Query(bodies[doc], doc) with { Count = 10, MaxWords = 6 });

            Assert.Equal(similar.Select(like => like.Score).OrderDescending(), similar.Select(like => like.Score));
            foreach (var like in similar)
            {
                Assert.NotEqual(doc, like.Doc);
                Assert.InRange(like.SharedWords.Count, 1, 6);
                var stems = Stems(bodies[like.Doc]).ToHashSet();
                Assert.All(like.SharedWords, word => Assert.True(bodies[doc].Split(' ').Contains(word) && Stems(word).Any(stems.Contains), $"{word}: {bodies[doc]} | {bodies[like.Doc]}"));
            }
        }

        static IEnumerable<string> Stems(string text) => NaiveDocument.Analyse(text).SelectMany(token => NaiveDocument.Stems(token.Word, token.Term, "en"));
    }

    private static SimilarQuery Query(string text, int without) => new(SampleSchema.Binding, [new WeightedText(text, 1)], "en") { Without = without };

    private SearchIndex Open(params string[] bodies)
    {
        using (var writer = SearchIndex.OpenWriter(_folder.Path, SampleSchema.Schema, new WriterOptions("test")))
        {
            for (var i = 0; i < bodies.Length; i++) writer.Add(SampleSchema.Document($"{i}", "", bodies[i]));
            writer.Commit();
        }

        return SearchIndex.Open(_folder.Path);
    }
}
