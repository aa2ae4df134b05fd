using System.Globalization;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Quotes.Choosing;

/// <summary>Cue -> its weight.</summary>
internal sealed class CueWeights(double[] weights)
{
    public static readonly int Count = Enum.GetValues<Cue>().Length;

    private static readonly Lazy<CueWeights> Loaded = new(Read);

    public static CueWeights Shared => Loaded.Value;

    public double this[Cue cue] => weights[(int)cue];

    public double Of(Candidate candidate)
    {
        var sum = 0.0;
        for (var cues = candidate.Cues; cues != 0; cues &= cues - 1) sum += weights[(int)UInt128.TrailingZeroCount(cues)];
        return sum;
    }

    /// <summary>The candidate with the largest sum of weights; of equal ones the first.</summary>
    public Candidate Best(List<Candidate> candidates)
    {
        var best = candidates[0];
        var largest = double.NegativeInfinity;
        foreach (var candidate in candidates)
        {
            var sum = Of(candidate);
            if (sum > largest) (best, largest) = (candidate, sum);
        }
        return best;
    }

    private static CueWeights Read()
    {
        var weights = new double[Count];
        foreach (var (_, line) in WordSections.Lines("cues.txt"))
        {
            var space = line.IndexOf(' ');
            weights[(int)Enum.Parse<Cue>(line[..space])] = double.Parse(line[(space + 1)..], CultureInfo.InvariantCulture);
        }
        return new CueWeights(weights);
    }
}
