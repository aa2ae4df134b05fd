using NewsSearch.Ingest.Entities.Tagging;

namespace NewsSearch.Train.Entities;

/// <summary>Texts to learn from -> a linear model: the mean of several perceptrons that saw them in different orders.</summary>
internal static class LinearTrainer
{
    /// <summary>Weights are kept in quarters of a point, which lets the greatest fit into a byte.</summary>
    private const int UnitsPerPoint = 4;

    public static QuantisedModel Train(IEnumerable<Lesson> lessons, int epochs, int runs)
    {
        var segments = new List<(uint[][] Keys, byte[] Gold, int Times)>();
        foreach (var lesson in lessons)
        {
            foreach (var (segment, keys) in Examples.Keys(lesson.Text))
            {
                var gold = lesson.Gold[segment.Start..segment.End];
                if (!gold.Contains(Examples.Unknown)) segments.Add((keys, gold, lesson.Times));
            }
        }
        var numbers = new FeatureNumbers(segments.Select(segment => segment.Keys));
        Example[] examples = [.. segments.Select(segment => new Example(numbers.Of(segment.Keys), segment.Gold, segment.Times))];
        segments.Clear();
        var (weights, transitions) = (new double[numbers.Keys.Count * TagSet.Count], new double[TagSet.Count * TagSet.Count]);
        for (var run = 0; run < runs; run++)
        {
            var perceptron = new Perceptron(numbers.Keys.Count);
            perceptron.Train(examples, epochs, (ulong)run + 1);
            perceptron.AddMeans(weights, transitions);
        }
        return Quantise(numbers.Keys, weights, transitions, (double)UnitsPerPoint / runs);
    }

    private static QuantisedModel Quantise(IReadOnlyList<uint> keys, double[] weights, double[] transitions, double units)
    {
        var kept = new List<uint>();
        var bytes = new List<sbyte>();
        for (var feature = 0; feature < keys.Count; feature++)
        {
            sbyte[] row = [.. Enumerable.Range(feature * TagSet.Count, TagSet.Count).Select(at => (sbyte)Math.Clamp(Math.Round(weights[at] * units), -sbyte.MaxValue, sbyte.MaxValue))];
            if (row.All(weight => weight == 0)) continue;
            kept.Add(keys[feature]);
            bytes.AddRange(row);
        }
        return new QuantisedModel([.. kept], [.. bytes], [.. transitions.Select(score => (int)Math.Round(score * units))]);
    }
}
