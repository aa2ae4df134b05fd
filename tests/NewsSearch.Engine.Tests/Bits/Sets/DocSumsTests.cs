using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Tests.Bits.Sets;

public sealed class DocSumsTests
{
    [Fact]
    public void Sums_are_those_of_a_dictionary_stretch_after_stretch()
    {
        var random = new Random(5);
        using var sums = DocSums.Rent();
        for (var stretch = 0; stretch < 20; stretch++)
        {
            sums.Reset((stretch * DocSums.Length) + random.Next(DocSums.Length));
            Assert.Equal(stretch * DocSums.Length, sums.First);
            var expected = new SortedDictionary<int, double>();
            var allowed = new DocSet(21 * DocSums.Length);
            for (var i = 0; i < random.Next(200); i++)
            {
                uint[] docs = [.. Enumerable.Range(0, random.Next(40)).Select(_ => (uint)random.Next(sums.First, sums.Last + 1)).Distinct().Order()];
                float[] scores = [.. docs.Select(_ => random.NextSingle())];
                sums.Add(docs, scores);
                foreach (var (doc, score) in docs.Zip(scores)) expected[(int)doc] = expected.GetValueOrDefault((int)doc) + score;
                if (docs.Length > 0) allowed.Add((int)docs[0]);
            }

            foreach (var bound in (double[])[0, 0.5, 2])
            {
                var above = expected.Where(pair => pair.Value > bound).Select(pair => pair.Key).ToList();
                Assert.Equal(above, sums.ListAbove(bound, null).ToArray());
                Assert.Equal(above.Where(allowed.Contains), sums.ListAbove(bound, allowed).ToArray());
                Assert.Equal(above.Where(allowed.Contains), sums.KeepAbove(bound, sums.List(allowed)).ToArray());
                for (var word = 0; word < 64; word++)
                {
                    Assert.Equal(sums.AboveScalar(word, bound), sums.AboveVector256(word, bound));
                    Assert.Equal(sums.AboveScalar(word, bound), sums.AboveVector512(word, bound));
                }
            }

            foreach (var (doc, sum) in expected) Assert.Equal(sum, sums[doc]);
        }
    }
}
