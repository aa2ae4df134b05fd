using NewsSearch.Engine.Matching;

namespace NewsSearch.Engine.Tests.Matching;

public sealed class TopHitsTests
{
    public static TheoryData<int> Capacities => [0, 1, 2, 10, 97, 299, 300, 500];

    [Theory]
    [MemberData(nameof(Capacities))]
    public void Keeps_the_best_and_of_equal_ones_the_lowest_documents(int capacity)
    {
        var hits = Hits(capacity);
        var top = new TopHits(capacity);
        foreach (var hit in hits) top.Add(hit.Doc, hit.Key);

        Assert.Equal(Ordered(hits).Take(capacity), top.Drain());
        Assert.Empty(top.Drain());
    }

    [Theory]
    [MemberData(nameof(Capacities))]
    public void Gives_a_page_of_the_best(int capacity)
    {
        var hits = Hits(capacity);
        foreach (var offset in (int[])[0, 1, 9, capacity - 3, capacity - 1, capacity, capacity + 1])
        {
            if (offset < 0) continue;
            var top = new TopHits(capacity);
            foreach (var hit in hits) top.Add(hit.Doc, hit.Key);

            Assert.Equal(Ordered(hits).Take(capacity).Skip(offset), top.Drain(offset));
        }
    }

    [Theory]
    [MemberData(nameof(Capacities))]
    public void Keeps_only_what_stands_behind_a_hit(int capacity)
    {
        var hits = Hits(capacity);
        foreach (var after in Ordered(hits).Append(new ScoredDoc(1000, 2)).ToList())
        {
            var top = new TopHits(capacity, after);
            foreach (var hit in hits) top.Add(hit.Doc, hit.Key);

            Assert.Equal(Ordered(hits).Where(hit => hit.Key < after.Key || (hit.Key == after.Key && hit.Doc > after.Doc)).Take(capacity), top.Drain());
        }
    }

    [Theory]
    [MemberData(nameof(Capacities))]
    public void Parts_that_were_collected_apart_are_united_in_any_order(int capacity)
    {
        var hits = Hits(capacity);
        var whole = new TopHits(capacity);
        foreach (var part in hits.Chunk(70).Reverse())
        {
            var top = new TopHits(capacity);
            foreach (var hit in part) top.Add(hit.Doc, hit.Key);
            whole.AddAll(top);
        }

        Assert.Equal(Ordered(hits).Take(capacity), whole.Drain());
    }

    private static List<ScoredDoc> Hits(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 300).Select(doc => new ScoredDoc(doc, random.Next(8) == 0 ? double.NegativeInfinity : random.Next(5)))];
    }

    private static IEnumerable<ScoredDoc> Ordered(IEnumerable<ScoredDoc> hits) => hits.OrderByDescending(hit => hit.Key).ThenBy(hit => hit.Doc);
}
