using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Search;

public sealed class ClauseTests
{
    [Fact]
    public void A_search_makes_each_set_once_a_segment_however_deep_it_stands()
    {
        using var index = Index(segments: 3);
        using var searcher = index.OpenSearcher();
        var made = 0;
        var clause = new AndClause([new OrClause([Counted(), Sets.Everything]), new ExceptClause(Counted(), new SetClause(segment => new DocSet(segment.DocCount), 0))]);

        Assert.Equal(12, searcher.Search(SampleSchema.All with { Facets = [new FacetRequest("lang", 5, FacetOrder.Count, [])], Filters = [new KeywordFilter("lang", [null], [])] }, clause, default).Total);
        Assert.Equal(6, made);

        Assert.Equal(12, searcher.Search(SampleSchema.All, clause, default).Total);
        Assert.Equal(12, made); // another search makes its own

        SetClause Counted() => new(
            segment =>
            {
                made++;
                return DocSet.All(segment.DocCount);
            },
            1);
    }

    [Theory]
    [InlineData(0, 5, "0 1 2 3 4")]
    [InlineData(2, 3, "2 3 4")]
    [InlineData(9, 5, "9 10 11")]
    [InlineData(0, 0, "")]
    public void Of_equal_scores_the_first_documents_stay(int offset, int count, string docs)
    {
        using var index = Index(segments: 3);
        using var searcher = index.OpenSearcher();

        var answer = searcher.Search(SampleSchema.All with { Offset = offset, Count = count }, Sets.Everything, default);

        Assert.Equal(docs, string.Join(' ', answer.Hits.Select(hit => hit.Doc)));
        Assert.Equal(12, answer.Total);
    }

    private static SearchIndex Index(int segments)
    {
        var directory = new FaultyDirectory();
        using var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test"));
        for (var segment = 0; segment < segments; segment++)
        {
            for (var doc = 0; doc < 4; doc++) writer.Add(SampleSchema.Document($"{segment}.{doc}", "title", "body"));
            writer.Commit();
        }

        return new SearchIndex(directory);
    }
}
