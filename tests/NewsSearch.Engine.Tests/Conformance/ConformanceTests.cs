using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Queries;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>The engine against the oracle: random indexes in every state, random queries.</summary>
public sealed class ConformanceTests
{
    private const int QueriesPerState = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Answers_equal_the_oracle_s_in_every_state_of_an_index_that_changes(int seed)
    {
        var random = new Random(seed);
        using var model = new IndexModel(random);
        for (var state = 0; state < 6; state++)
        {
            if (state == 4) model.Rebuild();
            else model.Change(random.Next(1, 80), deletes: true);
            if (random.Next(2) == 0) model.Reopen();
            Check(model, random, $"seed {seed}, state {state}");
        }
    }

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    public void Answers_and_scores_equal_the_oracle_s_over_lists_of_many_blocks(int seed)
    {
        var random = new Random(seed);
        using var model = new IndexModel(random);
        model.Change(180, deletes: false);
        model.Change(180, deletes: false);
        model.Rebuild();
        Check(model, random, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_number_beside_a_value_is_what_a_click_shows(int seed)
    {
        var random = new Random(1000 + seed);
        using var model = new IndexModel(random);
        model.Change(150, deletes: true);
        using var searcher = model.OpenSearcher();
        var queries = new RandomQueries(random);
        for (var i = 0; i < QueriesPerState; i++)
        {
            var query = queries.Next();
            foreach (var (field, counts) in searcher.Search(query).Facets)
            {
                if (query.Filters.Any(filter => filter.Field == field && filter.Exclude.Count > 0)) continue;
                foreach (var count in counts) CheckClick(searcher, query, field, count, $"seed {seed}, query {i}, {field} = {count.Value}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Several_threads_on_one_query_give_the_answer_of_one(int seed)
    {
        var random = new Random(2000 + seed);
        using var model = new IndexModel(random);
        for (var state = 0; state < 3; state++)
        {
            model.Change(random.Next(1, 120), deletes: true);
            using var searcher = model.OpenSearcher();
            var queries = new RandomQueries(random);
            for (var i = 0; i < QueriesPerState; i++)
            {
                var query = queries.Next();
                var (one, several) = (searcher.Search(query), searcher.Search(query with { Workers = 2 + (i % 3) }));

                var where = $"seed {seed}, state {state}, query {i}: {QueryTrees.Shape(query.Root)}";
                Assert.True(one.Total == several.Total, where);
                Assert.True(one.Hits.SequenceEqual(several.Hits), where);
                Assert.All(query.Facets, facet => Assert.True(one.Facets[facet.Field].SequenceEqual(several.Facets[facet.Field]), where));
            }
        }
    }

    private static void CheckClick(Searcher searcher, IndexQuery query, string field, FacetCount count, string where)
    {
        var others = query.Filters.Where(filter => filter.Field != field).ToList();
        var chosen = query.Filters.SingleOrDefault(filter => filter.Field == field)?.Include ?? [];

        var before = Hits(chosen.Count == 0 ? [count.Value] : chosen);
        var alone = Hits([count.Value]);
        var after = Hits([.. chosen, count.Value]);

        Assert.True(count.Count == alone.Count, $"{where}: {count.Count} is shown, {alone.Count} have the value");
        Assert.True(after.SetEquals(before.Union(alone)), $"{where}: {after.Count} after the click, {before.Union(alone).Count()} in the union");

        HashSet<int> Hits(IReadOnlyList<string?> include) =>
            [.. searcher.Search(query with { Filters = [.. others, new KeywordFilter(field, include, [])], Facets = [], Offset = 0, Count = 1000 }).Hits.Select(hit => hit.Doc)];
    }

    private static void Check(IndexModel model, Random random, string state)
    {
        using var searcher = model.OpenSearcher();
        var oracle = model.Oracle(searcher, out var hasAllEverAdded);
        var queries = new RandomQueries(random);
        for (var i = 0; i < QueriesPerState; i++)
        {
            var query = queries.Next();
            Check(query, oracle.Search(query), searcher.Search(query), hasAllEverAdded, $"{state}, query {i}: {QueryTrees.Shape(query.Root)}");
        }
    }

    private static void Check(IndexQuery query, NaiveAnswer expected, IndexAnswer found, bool comparesScores, string where)
    {
        Assert.True(expected.Hits.Count == found.Total, $"{where}: {expected.Hits.Count} hits expected, found {found.Total}");
        foreach (var facet in query.Facets)
            Assert.True(expected.Facets[facet.Field].SequenceEqual(found.Facets[facet.Field]), $"{where}: {facet.Field} {Text(expected.Facets[facet.Field])} expected, found {Text(found.Facets[facet.Field])}");
        var page = expected.Hits.Skip(query.Offset).Take(query.Count).ToList();
        Assert.True(page.Count == found.Hits.Count, $"{where}: a page of {page.Count} expected, found {found.Hits.Count}");
        var byDoc = expected.Hits.ToDictionary(hit => hit.Doc);
        Assert.True(found.Hits.All(hit => byDoc.ContainsKey(hit.Doc)), $"{where}: a hit that is none");
        if (!comparesScores && query.Sort is null) return;
        for (var i = 0; i < page.Count; i++)
        {
            var (key, own) = (Key(page[i]), Key(byDoc[found.Hits[i].Doc]));
            Assert.True(Near(key, found.Hits[i].Key) && Near(own, found.Hits[i].Key), $"{where}: hit {i} is document {page[i].Doc} with {key}, found {found.Hits[i]} that has {own}");
            Assert.True(i == 0 || Precedes(found.Hits[i - 1], found.Hits[i]), $"{where}: hits {i - 1} and {i} stand in the wrong order");
        }

        double Key(NaiveHit hit) => query.Sort is null ? hit.Score : NaiveSearcher.SortKey(hit.Document, query.Sort);

        // Whose keys are equal stand in document order; that equal documents have equal keys is SearchIndexTests' part.
        static bool Precedes(ScoredDoc one, ScoredDoc next) => one.Key > next.Key || (one.Key.Equals(next.Key) && one.Doc < next.Doc);
    }

    private static bool Near(double expected, double found) => expected.Equals(found) || Math.Abs(expected - found) <= 1e-5 * Math.Max(1, Math.Abs(expected));

    private static string Text(IEnumerable<FacetCount> counts) => string.Join(", ", counts.Select(count => $"{count.Value ?? "(none)"} {count.Count}"));
}
