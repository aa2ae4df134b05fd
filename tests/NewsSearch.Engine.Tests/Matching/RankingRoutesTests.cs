using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Matching;

/// <summary>Ranking by stretches of documents and ranking by hits, beside walking from match to match.</summary>
public sealed class RankingRoutesTests : IClassFixture<RankingRoutesTests.Archive>
{
    private const int DocCount = 9_000;

    private readonly Archive _archive;

    public RankingRoutesTests(Archive archive) => _archive = archive;

    [Theory]
    [InlineData("common")]
    [InlineData("rare")]
    [InlineData("common frequent")]
    [InlineData("common frequent some")]
    [InlineData("frequent some rare")]
    [InlineData("(some OR rare) frequent")]
    [InlineData("common (some frequent OR rare) (rare OR common)")]
    [InlineData("some OR rare OR frequent")]
    [InlineData("common -frequent some")]
    [InlineData("\"common frequent\" some")]
    [InlineData("so* frequent")]
    [InlineData("title:common frequent outlet:gazette")]
    public void All_routes_show_the_same_best_hits(string query)
    {
        var segment = Assert.Single(_archive.Searcher.Snapshot.Segments);
        var clause = _archive.Compile(query);
        var matches = new DocSet(segment.Reader.DocCount);
        clause.Open(segment.Reader)!.Fill(matches, default);
        var (every, random) = (matches.Count(), new Random(5));
        foreach (var share in (double[])[1, 0.4, 0.02])
        {
            var hits = matches.Copy();
            for (var doc = hits.NextFrom(0); doc < hits.Length; doc = hits.NextFrom(doc + 1))
            {
                if (random.NextDouble() >= share) hits.Remove(doc);
            }

            foreach (var count in (int[])[1, 10, 300])
            {
                var (walked, byHits, byStretches) = (new TopHits(count), new TopHits(count), new TopHits(count));
                var cursor = clause.Open(segment.Reader)!;
                for (var doc = cursor.Next(); doc != DocCursor.NoMoreDocs; doc = cursor.Next())
                {
                    if (hits.Contains(doc)) walked.Add(doc, cursor.Score());
                }

                cursor = clause.Open(segment.Reader)!;
                using (var next = HitSums.Rent())
                {
                    while (next.Next(hits)) cursor.Rank(next, byHits, firstDoc: 0);
                }

                cursor = clause.Open(segment.Reader)!;
                using (var sums = DocSums.Rent())
                {
                    for (var doc = 0; doc < DocCount; doc = sums.Last + 1)
                    {
                        sums.Reset(doc);
                        cursor.Rank(sums, hits, byStretches, firstDoc: 0);
                    }
                }

                var expected = walked.Drain();
                Assert.Equal(expected, byHits.Drain());
                Assert.Equal(expected, byStretches.Drain());
                Assert.True(expected.Length > 0 || share < 1);
            }
        }

        Assert.True(every > 20);
    }

    /// <summary>One segment of documents of a few words, from very frequent to rare.</summary>
    public sealed class Archive : IDisposable
    {
        private readonly SearchIndex _index;

        public Archive()
        {
            var directory = new FaultyDirectory();
            using (var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test")))
            {
                var random = new Random(3);
                for (var doc = 0; doc < DocCount; doc++)
                {
                    var document = SampleSchema.Document($"{doc}", Words(random, 4), Words(random, random.Next(1, 80)));
                    document.AddKeyword("outlet", doc % 3 == 0 ? "Gazette" : "Courier");
                    writer.Add(document);
                }

                writer.Commit();
            }

            _index = new SearchIndex(directory);
            Searcher = _index.OpenSearcher();
        }

        internal Searcher Searcher { get; }

        public void Dispose()
        {
            Searcher.Dispose();
            _index.Dispose();
        }

        internal Clause Compile(string query) =>
            new QueryCompiler(Searcher.Snapshot, SampleSchema.Binding, Searcher.Values, default).Compile(QueryParser.Parse(query, SampleSchema.Binding.Syntax, matchAny: false).Root);

        private static string Words(Random random, int count) =>
            string.Join(' ', Enumerable.Range(0, count).Select(_ => random.Next(1000) switch { < 2 => "rare", < 12 => "some", < 60 => "frequent", < 140 => "common", var other => $"w{other}" }));
    }
}
