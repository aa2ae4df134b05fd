using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Tests.Values;

public sealed class GlobalValuesTests : IDisposable
{
    private static readonly ValueMap Map = new(new Dictionary<string, IReadOnlyDictionary<string, string?>>
    {
        ["person"] = new Dictionary<string, string?> { ["Bob"] = "Robert", ["Rob"] = "Robert", ["Nobody"] = null },
    });

    private readonly FaultyDirectory _directory = new();
    private readonly SearchIndex _index;

    public GlobalValuesTests() => _index = new SearchIndex(_directory);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Ordinals_stay_while_commits_add_values()
    {
        Write(ValueMap.Empty, ("1", ["B", "D"]));
        using var snapshot = Snapshot.Open(_directory, new CommitStore(_directory).ReadLatest()!);
        var values = new GlobalValues("person", ValueMap.Empty);
        var first = values.Of(snapshot.Segments[0].Reader, 2);
        Write(ValueMap.Empty, ("2", ["A", "D", "E"]));
        using var later = Snapshot.Open(_directory, new CommitStore(_directory).ReadLatest()!);
        var second = values.Of(later.Segments[1].Reader, 2);

        Assert.Equal([0, 1], first.Global);
        Assert.Equal([2, 1, 3], second.Global);
        Assert.Same(first, values.Of(later.Segments[0].Reader, 2));
        Assert.Equal(["B", "D", "A", "E"], Enumerable.Range(0, values.Count).Select(values.Shown));
        Assert.Equal(3, values.Find("E"));
        Assert.Equal(-1, values.Find("F"));
    }

    [Fact]
    public void Two_names_of_one_value_count_a_document_once_and_hidden_ones_do_not_exist()
    {
        Write(Map, ("1", ["Bob", "Rob"]), ("2", ["Robert"]), ("3", ["Nobody"]), ("4", ["Nobody", "Ann"]));
        using var searcher = _index.OpenSearcher();

        var facet = searcher.Search(SampleSchema.All with { Facets = [new FacetRequest("person", 10, FacetOrder.Count, [])] }).Facets["person"];

        Assert.Equal([new FacetCount("Robert", 2), new FacetCount("Ann", 1), new FacetCount(null, 1)], facet);
        Assert.Equal(2, Total(searcher, "Robert"));
        Assert.Equal(0, Total(searcher, "Bob")); // a filter names what is shown
        Assert.Equal(0, Total(searcher, "Nobody"));
        Assert.Equal(1, Total(searcher, null));
        Assert.Equal(2, searcher.CountValues("person"));
    }

    [Fact]
    public void Searching_for_another_name_finds_the_value_whether_or_not_a_document_spells_it_so()
    {
        Write(Map, ("1", ["Robert"]));
        using var searcher = _index.OpenSearcher();

        foreach (var (query, total) in new[] { ("person:robert", 1), ("person:rob", 1), ("person:bob", 1), ("person:nobody", 0) })
            Assert.Equal((query, (long)total), (query, searcher.Search(SampleSchema.Query(query)).Total));
    }

    [Fact]
    public void A_new_map_holds_from_its_commit_on_without_a_new_segment()
    {
        Write(ValueMap.Empty, ("1", ["Bob"]), ("2", ["Robert"]));
        using var before = _index.OpenSearcher();
        Write(Map);
        using var after = _index.OpenSearcher();

        Assert.Equal((1, 2), (Total(before, "Robert"), Total(after, "Robert")));
        Assert.Equal((1, 0), (Total(before, "Bob"), Total(after, "Bob")));
        Assert.Equal(1, after.Commit.SegmentCount);
    }

    private static long Total(Searcher searcher, string? person) =>
        searcher.Search(SampleSchema.All with { Filters = [new KeywordFilter("person", [person], [])] }).Total;

    private void Write(ValueMap map, params (string Key, string[] People)[] documents)
    {
        using var writer = IndexWriter.Open(_directory, SampleSchema.Schema, new WriterOptions("test") { BudgetBytes = 1 << 20 });
        writer.Values = map;
        foreach (var (key, people) in documents)
        {
            var document = SampleSchema.Document(key, "", "");
            foreach (var person in people) document.AddKeyword("person", person);
            writer.Add(document);
        }

        writer.Commit();
    }
}
