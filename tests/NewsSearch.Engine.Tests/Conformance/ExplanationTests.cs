using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Queries;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>The parts of a score are the score.</summary>
public sealed class ExplanationTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_parts_sum_up_to_the_score_of_every_hit_of_every_page(int seed)
    {
        var random = new Random(seed);
        using var model = new IndexModel(random);
        model.Change(200, deletes: true);
        using var searcher = model.OpenSearcher();
        var queries = new RandomQueries(random);
        for (var i = 0; i < 60; i++)
        {
            var query = queries.Next() with { Sort = null, Facets = [], WithExplanations = true };
            var answer = searcher.Search(query);

            Assert.Equal(answer.Hits.Count, answer.Explanations.Count);
            foreach (var (hit, parts) in answer.Hits.Zip(answer.Explanations))
                Assert.True(Math.Abs(hit.Key - parts.Sum(part => part.Score)) <= 1e-5 * Math.Max(1, hit.Key), $"seed {seed}, query {i}: {QueryTrees.Shape(query.Root)}, {hit}");
        }
    }

    [Fact]
    public void A_part_says_word_field_frequency_and_document_frequency()
    {
        using var index = Index();
        using var searcher = index.OpenSearcher();

        var answer = searcher.Search(SampleSchema.Query("Luxury limousine") with { WithExplanations = true });

        var word = answer.Explanations[0][0];
        Assert.Equal((ScorePartKind.Word, "Luxury", 3), (word.Kind, word.Text, word.DocumentFrequency));
        Assert.Equal([new FieldFrequency("title", 1), new FieldFrequency("body", 2)], word.Fields);
        Assert.Contains(answer.Explanations[0], part => part.Kind == ScorePartKind.Nearness);
        Assert.Contains(answer.Explanations[0], part => part.Kind == ScorePartKind.Earliness);
        Assert.Contains(answer.Explanations[0], part => part.Kind == ScorePartKind.Passage);
    }

    [Fact]
    public void Words_that_stand_together_rank_above_the_same_words_apart()
    {
        using var index = Index();
        using var searcher = index.OpenSearcher();

        var hits = searcher.Search(SampleSchema.Query("goods luxury")).Hits.Select(hit => System.Text.Encoding.UTF8.GetString(searcher.Stored(hit.Doc, "head")));

        Assert.Equal(["together", "apart"], hits);
    }

    [Fact]
    public void Of_alternatives_a_word_of_several_tokens_selects_as_a_phrase_and_ranks_by_its_tokens()
    {
        using var index = Index();
        using var searcher = index.OpenSearcher();

        var answer = searcher.Search(new IndexQuery(QueryParser.Parse("limousine luxury-goods", SampleSchema.Binding.Syntax, matchAny: true).Root, SampleSchema.Binding) { WithExplanations = true });
        var hits = answer.Hits.Select(hit => System.Text.Encoding.UTF8.GetString(searcher.Stored(hit.Doc, "head"))).ToList();

        Assert.Equal(["car", "together"], hits.Order(StringComparer.Ordinal));
        Assert.Contains(answer.Explanations[hits.IndexOf("car")], part => part is { Kind: ScorePartKind.Word, Text: "luxury" });
    }

    private static SearchIndex Index()
    {
        var directory = new Segments.FaultyDirectory();
        using (var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test")))
        {
            writer.Add(SampleSchema.Document("apart", "news", "a ship of goods came, and at the end there was some luxury there"));
            writer.Add(SampleSchema.Document("together", "news", "a ship of luxury goods came, and at the end there was much there"));
            writer.Add(SampleSchema.Document("car", "Luxury", "A luxury limousine: pure luxury"));
            writer.Commit();
        }

        return new SearchIndex(directory);
    }
}
