using NewsSearch.Ingest.Boilerplate;

namespace NewsSearch.Ingest.Tests.Boilerplate;

public sealed class RepeatSketchTests
{
    [Theory]
    [InlineData(1, 500)]
    [InlineData(2, 3000)]
    [InlineData(3, 20_000)]
    public void It_never_counts_too_few_and_with_room_hardly_too_many(int seed, int distinct)
    {
        var random = new Random(seed);
        var sketch = new RepeatSketch(cellBits: 16);
        var plain = new Dictionary<ulong, int>();
        var keys = Enumerable.Range(0, distinct).Select(_ => (ulong)random.NextInt64() << 1).ToArray();
        for (var i = 0; i < distinct * 3; i++)
        {
            var key = keys[Math.Min(random.Next(distinct), random.Next(distinct))];
            sketch.Add(key);
            plain[key] = plain.GetValueOrDefault(key) + 1;
        }

        Assert.All(plain, key => Assert.True(sketch.Count(key.Key) >= Math.Min(key.Value, RepeatSketch.MostCounted)));
        var wrong = plain.Count(key => key.Value == 1 && sketch.Count(key.Key) >= Repeat.LeastArticles);
        Assert.True(wrong <= plain.Count / 200, $"seed {seed}: {wrong} of {plain.Count} keys that came once are taken for frequent");
    }

    [Fact]
    public void A_sketch_without_room_counts_too_many_but_never_fails()
    {
        var sketch = new RepeatSketch(cellBits: 4);

        for (ulong key = 0; key < 1000; key++) sketch.Add(key * 0x9e3779b97f4a7c15);

        Assert.Equal(RepeatSketch.MostCounted, sketch.Count(7));
    }
}
