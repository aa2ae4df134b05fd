using NewsSearch.Ingest.Entities.Tagging;

namespace NewsSearch.Ingest.Tests.Entities.Tagging;

public sealed class WeightTableTests
{
    [Fact]
    public void Sums_of_many_features_are_those_of_a_plain_dictionary()
    {
        var random = new Random(5);
        uint[] keys = [.. Enumerable.Range(0, 5000).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Append(0u).Distinct()];
        sbyte[] weights = [.. Enumerable.Range(0, keys.Length * TagSet.Count).Select(_ => (sbyte)random.Next(-127, 128))];
        var table = new WeightTable(keys, weights);
        var plain = keys.Select((key, row) => (key, row)).ToDictionary(pair => pair.key, pair => weights.AsSpan(pair.row * TagSet.Count, TagSet.Count).ToArray());

        for (var round = 0; round < 200; round++)
        {
            uint[] features = [.. Enumerable.Range(0, random.Next(161)).Select(_ => random.Next(3) == 0 ? (uint)random.NextInt64(uint.MaxValue) : keys[random.Next(keys.Length)])];
            var scores = new int[TagSet.Count];
            table.Add(features, scores);

            int[] expected = [.. Enumerable.Range(0, TagSet.Count).Select(tag => features.Where(plain.ContainsKey).Sum(key => plain[key][tag]))];
            Assert.Equal(expected, scores);
        }
    }

    [Fact]
    public void The_decoder_finds_the_best_of_all_legal_sequences()
    {
        var random = new Random(6);
        int[] transitions = [.. Enumerable.Range(0, TagSet.Count * TagSet.Count).Select(_ => random.Next(-50, 50))];
        var decoder = new Decoder(transitions);
        for (var round = 0; round < 40; round++)
        {
            int[] scores = [.. Enumerable.Range(0, 3 * TagSet.Count).Select(_ => random.Next(-200, 200))];
            var tags = new byte[3];
            decoder.Decode(scores, tags);

            var best = AllSequences().Max(sequence => Score(sequence, scores, transitions));
            Assert.Equal(best, Score([.. tags.Select(tag => (int)tag)], scores, transitions));
        }
    }

    private static IEnumerable<int[]> AllSequences() =>
        from a in Enumerable.Range(0, TagSet.Count)
        from b in Enumerable.Range(0, TagSet.Count)
        from c in Enumerable.Range(0, TagSet.Count)
        where TagSet.StartsName(a) && TagSet.IsLegal(a, b) && TagSet.IsLegal(b, c) && TagSet.EndsName(c)
        select (int[])[a, b, c];

    private static int Score(int[] tags, int[] scores, int[] transitions)
    {
        var (sum, before) = (0, TagSet.Outside);
        for (var at = 0; at < tags.Length; at++)
        {
            sum += transitions[before * TagSet.Count + tags[at]] + scores[at * TagSet.Count + tags[at]];
            before = tags[at];
        }
        return sum;
    }
}
