using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Tests.Bits.Sets;

public sealed class HitSumsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(400)]
    public void Hits_come_in_order_and_their_scores_are_those_of_the_formula(int gap)
    {
        var random = new Random(gap);
        var set = new DocSet(20_000);
        for (var doc = random.Next(gap); doc < set.Length; doc += 1 + random.Next(gap)) set.Add(doc);
        var codes = new byte[2][];
        foreach (ref var lengths in codes.AsSpan()) random.NextBytes(lengths = new byte[set.Length]);
        float[][] perOccurrence = [.. codes.Select(_ => Enumerable.Range(0, 256).Select(_ => random.NextSingle()).ToArray())];
        List<int> seen = [];
        using var hits = HitSums.Rent();
        while (hits.Next(set))
        {
            seen.AddRange(hits.Docs);
            var frequencies = codes.Select(_ => hits.Docs.ToArray().Select(_ => (uint)random.Next(4)).ToArray()).ToArray();
            hits.ClearFrequencies();
            for (var source = 0; source < codes.Length; source++) frequencies[source].CopyTo(hits.Frequencies(source));
            hits.Add(0, 0.5f);
            hits.AddScores(2.5f, perOccurrence, codes);

            var expected = new Dictionary<int, double>();
            for (var i = 0; i < hits.Count; i++)
            {
                var weighed = 0f;
                for (var source = 0; source < codes.Length; source++) weighed += (int)frequencies[source][i] * perOccurrence[source][codes[source][hits.Docs[i]]];
                expected[hits.Docs[i]] = (i == 0 ? 0.5 : 0) + (2.5f - (2.5f / (1f + weighed)));
                Assert.Equal(expected[hits.Docs[i]], hits[i]);
            }

            hits.KeepAbove(1.2);
            Assert.Equal(expected.Where(pair => pair.Value > 1.2).Select(pair => (pair.Key, pair.Value)), Enumerable.Range(0, hits.Count).Select(i => (hits.Docs[i], hits[i])));
        }

        Assert.Equal(Enumerable.Range(0, set.Length).Where(set.Contains), seen);
    }

    [Fact]
    public void The_hits_of_another_start_from_nothing()
    {
        using var hits = HitSums.Rent();
        hits.Next(DocSet.All(100));
        hits.Add(3, 1f);
        using var others = HitSums.Rent();
        others.Set(hits);

        Assert.Equal(hits.Docs, others.Docs);
        Assert.Equal((1d, 0d), (hits[3], others[3]));
    }
}
