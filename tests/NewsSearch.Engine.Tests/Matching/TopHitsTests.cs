using NewsSearch.Engine.Matching;

namespace NewsSearch.Engine.Tests.Matching;

public sealed class TopHitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(500)]
    public void Keeps_the_best_and_of_equal_ones_the_lowest_documents(int capacity)
    {
        var random = new Random(capacity);
        var hits = Enumerable.Range(0, 300).Select(doc => new ScoredDoc(doc, random.Next(8) == 0 ? double.NegativeInfinity : random.Next(5))).ToList();
        var top = new TopHits(capacity);
        foreach (var hit in hits) top.Add(hit.Doc, hit.Key);

        Assert.Equal(hits.OrderByDescending(hit => hit.Key).ThenBy(hit => hit.Doc).Take(capacity), top.Drain());
        Assert.Empty(top.Drain());
    }
}
