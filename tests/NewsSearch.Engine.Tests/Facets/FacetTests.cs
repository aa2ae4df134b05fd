using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Facets;

/// <summary>What is listed beside the hits, on a small index that can be counted by hand.</summary>
public sealed class FacetTests : IDisposable
{
    private readonly SearchIndex _index;
    private readonly Searcher _searcher;

    public FacetTests()
    {
        var directory = new FaultyDirectory();
        using (var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test")))
        {
            foreach (var (key, outlet, people) in new[] { ("1", "A", "x y"), ("2", "A", "x"), ("3", "B", "y"), ("4", "B", "z"), ("5", "", "x z"), ("6", "C", "") })
            {
                var document = SampleSchema.Document(key, "word", "");
                if (outlet.Length > 0) document.AddKeyword("outlet", outlet);
                foreach (var person in people.Split(' ', StringSplitOptions.RemoveEmptyEntries)) document.AddKeyword("person", person);
                document.AddKeyword("month", $"2024-0{key}");
                writer.Add(document);
                if (key == "3") writer.Commit();
            }

            writer.Commit();
        }

        _index = new SearchIndex(directory);
        _searcher = _index.OpenSearcher();
    }

    public void Dispose()
    {
        _searcher.Dispose();
        _index.Dispose();
    }

    [Fact]
    public void Values_come_by_hits_then_by_name_and_none_comes_last() =>
        Assert.Equal("A 2, B 2, C 1, (none) 1", Facet(new FacetRequest("outlet", 10, FacetOrder.Count, [])));

    [Fact]
    public void Values_may_come_by_name_last_first() =>
        Assert.Equal("2024-06 1, 2024-05 1, 2024-04 1", Facet(new FacetRequest("month", 3, FacetOrder.NameDescending, [])));

    [Fact]
    public void Some_are_listed_always_even_without_a_hit_and_others_never()
    {
        Assert.Equal("A 2, C 1, nowhere 0, (none) 1", Facet(new FacetRequest("outlet", 1, FacetOrder.Count, ["nowhere", "C", "A"])));
        Assert.Equal("B 2, (none) 1", Facet(new FacetRequest("outlet", 10, FacetOrder.Count, [], value => value == "B")));
        Assert.Equal("(none) 0", Facet(new FacetRequest("month", 0, FacetOrder.Count, [null])));
    }

    [Fact]
    public void A_choice_narrows_the_other_facets_and_not_its_own()
    {
        var choice = new KeywordFilter("outlet", ["A"], []);

        Assert.Equal("A 2, B 2, C 1, (none) 1", Facet(new FacetRequest("outlet", 10, FacetOrder.Count, []), choice));
        Assert.Equal("x 2, y 1", Facet(new FacetRequest("person", 10, FacetOrder.Count, []), choice));
        Assert.Equal("x 3, y 1, z 1", Facet(new FacetRequest("person", 10, FacetOrder.Count, []), new KeywordFilter("outlet", ["A", null], [])));
    }

    [Fact]
    public void Values_of_one_field_are_any_of_them_fields_are_all_of_them_and_an_excluded_one_is_out()
    {
        Assert.Equal(4, Total(new KeywordFilter("outlet", ["A", "B"], [])));
        Assert.Equal(2, Total(new KeywordFilter("outlet", ["A", "B"], []), new KeywordFilter("person", ["y"], [])));
        Assert.Equal(3, Total(new KeywordFilter("outlet", ["A", null], [])));
        Assert.Equal(3, Total(new KeywordFilter("person", [], ["x"])));
        Assert.Equal(1, Total(new KeywordFilter("person", ["x"], ["y", "z"])));
        Assert.Equal(5, Total(new KeywordFilter("person", [], [null])));
        Assert.Equal(0, Total(new KeywordFilter("outlet", ["nowhere"], [])));
        Assert.Equal(6, Total(new KeywordFilter("outlet", [], [])));
    }

    [Fact]
    public void A_field_that_does_not_exist_or_has_no_column_is_the_caller_s_mistake()
    {
        Assert.Throws<ArgumentException>(() => Facet(new FacetRequest("nothing", 10, FacetOrder.Count, [])));
        Assert.Throws<ArgumentException>(() => Facet(new FacetRequest("id", 10, FacetOrder.Count, [])));
        Assert.Throws<ArgumentException>(() => Total(new KeywordFilter("nothing", ["a"], [])));
    }

    private string Facet(FacetRequest request, params KeywordFilter[] filters)
    {
        var counts = _searcher.Search(SampleSchema.Query("word") with { Facets = [request], Filters = filters }).Facets[request.Field];
        return string.Join(", ", counts.Select(count => $"{count.Value ?? "(none)"} {count.Count}"));
    }

    private long Total(params KeywordFilter[] filters) => _searcher.Search(SampleSchema.Query("word") with { Filters = filters }).Total;
}
