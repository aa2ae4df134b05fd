using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Ingest.Entities.Tagging.Features;

namespace NewsSearch.Train.Entities;

/// <summary>Segments with right tags -> averaged weights.</summary>
/// <remarks>
/// Source: Collins 2002, structured perceptron with averaged weights; every wrong tag gets one point more while training,
/// as a margin. All updates are whole numbers, so the same examples give the same weights.
/// </remarks>
internal sealed class Perceptron(int featureCount)
{
    /// <summary>So many features of a hundred are left out at random whenever an example is seen, so that none is relied upon alone. Chosen on voa.dev and wikigold.</summary>
    private const int Dropout = 20;

    /// <summary>By how much the right tags are to win.</summary>
    private const int Margin = 1;

    private readonly int[] _weights = new int[featureCount * TagSet.Count];
    private readonly long[] _weightSums = new long[featureCount * TagSet.Count];
    private readonly int[] _transitions = new int[TagSet.Count * TagSet.Count];
    private readonly long[] _transitionSums = new long[TagSet.Count * TagSet.Count];
    private long _step = 1;
    private readonly int[][] _kept = new int[Segments.MostTokens][];

    public void Train(IReadOnlyList<Example> examples, int epochs, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, examples.Count).SelectMany(number => Enumerable.Repeat(number, examples[number].Times))];
        var random = new Shuffler(seed);
        var decoder = new Decoder(_transitions);
        var scores = new int[Segments.MostTokens * TagSet.Count];
        var tags = new byte[Segments.MostTokens];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var number in order)
            {
                Learn(examples[number], decoder, random, scores, tags);
                _step++;
            }
        }
    }

    /// <summary>Adds the means of all weights over all steps.</summary>
    public void AddMeans(double[] weights, double[] transitions)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] += _weights[i] - (double)_weightSums[i] / _step;
        for (var i = 0; i < transitions.Length; i++) transitions[i] += _transitions[i] - (double)_transitionSums[i] / _step;
    }

    private void Learn(Example example, Decoder decoder, Shuffler random, int[] scores, byte[] tags)
    {
        var length = example.Gold.Length;
        for (var i = 0; i < length; i++)
        {
            var row = scores.AsSpan(i * TagSet.Count, TagSet.Count);
            row.Fill(Margin);
            row[example.Gold[i]] = 0;
            _kept[i] = Array.FindAll(example.Features[i], _ => random.Below(100) >= Dropout);
            foreach (var feature in _kept[i])
            {
                var weights = _weights.AsSpan(feature * TagSet.Count, TagSet.Count);
                for (var tag = 0; tag < TagSet.Count; tag++) row[tag] += weights[tag];
            }
        }
        var found = tags.AsSpan(0, length);
        decoder.Decode(scores, found);
        if (found.SequenceEqual(example.Gold)) return;
        int right = TagSet.Outside, wrong = TagSet.Outside;
        for (var i = 0; i < length; i++)
        {
            int gold = example.Gold[i], guess = found[i];
            if (gold != guess)
            {
                foreach (var feature in _kept[i])
                {
                    Update(_weights, _weightSums, feature * TagSet.Count + gold, 1);
                    Update(_weights, _weightSums, feature * TagSet.Count + guess, -1);
                }
            }
            if (gold != guess || right != wrong)
            {
                Update(_transitions, _transitionSums, right * TagSet.Count + gold, 1);
                Update(_transitions, _transitionSums, wrong * TagSet.Count + guess, -1);
            }
            (right, wrong) = (gold, guess);
        }
    }

    private void Update(int[] weights, long[] sums, int at, int by)
    {
        weights[at] += by;
        sums[at] += by * _step;
    }
}
