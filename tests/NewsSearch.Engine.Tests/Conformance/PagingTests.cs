using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Queries;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>Pages joined are the whole list, by offset and by the last hit of the page before; the list by number is the oracle's.</summary>
public sealed class PagingTests
{
    private const int QueriesPerState = 12;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pages_joined_are_the_whole_list_in_every_state_of_an_index_that_changes(int seed)
    {
        var random = new Random(seed);
        using var model = new IndexModel(random);
        for (var state = 0; state < 4; state++)
        {
            if (state == 2) model.Rebuild();
            else model.Change(random.Next(1, 120), deletes: true);
            if (random.Next(2) == 0) model.Reopen();
            using var searcher = model.OpenSearcher();
            var oracle = model.Oracle(searcher, out _);
            var queries = new RandomQueries(random);
            for (var i = 0; i < QueriesPerState; i++)
            {
                foreach (var sort in (NumberSort?[])[null, new NumberSort("instant", true), new NumberSort("instant", false), new NumberSort("first", true)])
                {
                    var query = queries.Next() with { Sort = sort, Facets = [], Offset = 0, Count = 1000 };
                    var where = $"seed {seed}, state {state}, query {i}, {sort}: {QueryTrees.Shape(query.Root)}";
                    var whole = searcher.Search(query);
                    if (sort is not null) Assert.True(oracle.Search(query).Hits.Select(hit => hit.Doc).SequenceEqual(whole.Hits.Select(hit => hit.Doc)), where);
                    CheckPages(searcher, query, whole, random.Next(1, 30), where);
                }
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_index_in_the_order_of_its_numbers_is_paged_alike(bool isDescending)
    {
        var directory = new FaultyDirectory();
        using (var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test")))
        {
            for (var i = 0; i < 300; i++)
            {
                var document = SampleSchema.Document($"{i}", "word", i % 3 == 0 ? "third" : "other");
                if (i % 150 < 140) document.SetNumber("instant", 1000 - (i % 150 / 4));
                writer.Add(document);
                if (i == 149) writer.Commit();
            }

            writer.Commit();
        }

        using var index = new SearchIndex(directory);
        using var searcher = index.OpenSearcher();
        foreach (var text in (string[])["", "third", "word -third"])
        {
            var query = SampleSchema.Query(text) with { Sort = new NumberSort("instant", isDescending), Count = 1000 };
            var whole = searcher.Search(query);

            Assert.Equal(whole.Hits.OrderByDescending(hit => hit.Key).ThenBy(hit => hit.Doc), whole.Hits);
            Assert.Equal(whole.Total, whole.Hits.Count);
            CheckPages(searcher, query, whole, 7, text);
        }
    }

    private static void CheckPages(Searcher searcher, IndexQuery query, IndexAnswer whole, int size, string where)
    {
        List<ScoredDoc> byOffset = [], behind = [];
        ScoredDoc? last = null;
        for (var offset = 0; offset <= whole.Total; offset += size)
        {
            byOffset.AddRange(searcher.Search(query with { Offset = offset, Count = size }).Hits);
            var page = searcher.Search(query with { After = last, Count = size });
            Assert.True(page.Total == whole.Total, $"{where}: {page.Total} hits behind a hit, {whole.Total} in all");
            behind.AddRange(page.Hits);
            last = page.Hits.Count > 0 ? page.Hits[^1] : last;
        }

        Assert.True(whole.Hits.SequenceEqual(byOffset), $"{where}: pages of {size} by offset differ from the whole list");
        Assert.True(whole.Hits.SequenceEqual(behind), $"{where}: pages of {size} behind the last hit differ from the whole list");
        Assert.True(whole.Hits.SequenceEqual(searcher.List(query, size, CancellationToken.None)), $"{where}: the list differs from the page that holds all");
    }
}
