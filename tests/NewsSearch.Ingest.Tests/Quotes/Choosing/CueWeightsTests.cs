using NewsSearch.Ingest.Quotes;
using NewsSearch.Ingest.Quotes.Choosing;

namespace NewsSearch.Ingest.Tests.Quotes.Choosing;

public sealed class CueWeightsTests
{
    [Fact]
    public void A_candidate_is_set_cues_and_summed_as_a_plain_loop_does()
    {
        var random = new Random(6);
        var weights = Enumerable.Range(0, CueWeights.Count).Select(_ => random.NextDouble() - 0.5).ToArray();
        for (var round = 0; round < 200; round++)
        {
            var cues = Enum.GetValues<Cue>().Where(_ => random.Next(8) == 0).ToList();
            var candidate = new Candidate(Speaker.Unnamed);
            foreach (var cue in cues) candidate.Add(cue);

            Assert.Equal(cues.Sum(cue => weights[(int)cue]), new CueWeights(weights).Of(candidate), 12);
            Assert.All(Enum.GetValues<Cue>(), cue => Assert.Equal(cues.Contains(cue), candidate.Has(cue)));
        }
    }

    [Fact]
    public void The_largest_sum_is_chosen_and_of_equal_ones_the_first()
    {
        var weights = new double[CueWeights.Count];
        weights[(int)Cue.Behind] = 2;
        List<Candidate> candidates = [new(new Speaker("Anna Lind")), new(new Speaker("Peter Holm")), new(new Speaker("Clara Berg"))];
        candidates[1].Add(Cue.Behind);
        candidates[2].Add(Cue.Behind);

        Assert.Same(candidates[1], new CueWeights(weights).Best(candidates));
    }

    [Fact]
    public void All_cues_fit_into_a_set_and_the_shipped_weights_are_not_all_nothing()
    {
        Assert.InRange(CueWeights.Count, 1, 128);
        Assert.True(Enum.GetValues<Cue>().Count(cue => CueWeights.Shared[cue] != 0) > CueWeights.Count / 2);
    }
}
