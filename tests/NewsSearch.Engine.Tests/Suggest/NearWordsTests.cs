using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Suggest;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Suggest;

public sealed class NearWordsTests : IDisposable
{
    private const int Seed = 41;

    private readonly FaultyDirectory _directory = new();
    private readonly SearchIndex _index;
    private readonly Dictionary<string, HashSet<int>> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> _bodies = new(StringComparer.Ordinal);

    public NearWordsTests()
    {
        var random = new Random(Seed);
        for (var part = 0; part < 3; part++)
        {
            using var writer = IndexWriter.Open(_directory, SampleSchema.Schema, new WriterOptions("test"));
            for (var i = 0; i < 40; i++)
            {
                var number = (part * 40) + i;
                writer.Add(SampleSchema.Document($"{number}", Words(random, 2, number, _titles), Words(random, 8, number, _bodies)));
            }

            writer.Commit();
        }

        _index = new SearchIndex(_directory);
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Near_words_are_those_that_a_scan_of_all_words_finds()
    {
        using var searcher = _index.OpenSearcher();
        var near = new NearWords(searcher.Snapshot, [0, 1], CancellationToken.None);
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var word = Word(random);
            for (var distance = 1; distance <= 2; distance++)
            {
                var pattern = TermPattern.Fuzzy(word, distance);
                var plain = _titles.Keys.Union(_bodies.Keys).Where(other => other != word && pattern.Matches(other)).Order(StringComparer.Ordinal);

                var found = near.Of(word, distance, int.MaxValue);

                Assert.Equal(plain, found.Select(other => other.Term).Order(StringComparer.Ordinal));
                Assert.All(found, other => Assert.Equal((DocCount(other.Term), EditCost.Of(word, other.Term)), (other.DocCount, other.Cost)));
                Assert.Equal(found.Select(other => other.Likelihood).OrderDescending(), found.Select(other => other.Likelihood));
                Assert.Equal(found.Take(3), near.Of(word, distance, 3));
            }

            Assert.Equal(DocCount(word), near.DocCount(word));
        }
    }

    /// <summary>Per segment of 40 documents that of the text with more of them.</summary>
    private long DocCount(string word) => Enumerable.Range(0, 3).Sum(part => Math.Max(
        _titles.GetValueOrDefault(word, []).Count(doc => doc / 40 == part), _bodies.GetValueOrDefault(word, []).Count(doc => doc / 40 == part)));

    private static string Words(Random random, int count, int document, Dictionary<string, HashSet<int>> documents)
    {
        var words = Enumerable.Range(0, count).Select(_ => Word(random)).ToList();
        foreach (var word in words)
        {
            if (!documents.TryGetValue(word, out var having)) documents[word] = having = [];
            having.Add(document);
        }

        return string.Join(' ', words);
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => "abcé"[random.Next(3)]));
}
