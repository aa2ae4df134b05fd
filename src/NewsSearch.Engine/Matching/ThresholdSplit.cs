namespace NewsSearch.Engine.Matching;

/// <summary>Splits the score that a sum must exceed into a score for each part: where the sum exceeds it, some part exceeds its own.</summary>
/// <remarks>
/// A part that cannot exceed its own need not be looked at. The longest lists are left out as far as their bounds allow (MAXSCORE; Turtle and
/// Flood, "Query evaluation: strategies and optimizations", 1995); the rest share what is left in proportion to their bounds. How many to
/// leave out is a matter of cost: leaving out none asks high scores of all, leaving out many asks next to nothing of the few others.
/// </remarks>
internal sealed class ThresholdSplit
{
    // A block of 128 postings takes about as long to filter as half a candidate takes to score.
    private const double CandidatesPerBlock = 0.5;

    // Of the postings of a list this is about the share, as a power of two, that scores above the list's bound: one in 2^-8.
    private const double FallPerBound = 8;

    private readonly DocCursor[] _longestFirst;
    private readonly int[] _places;
    private readonly double[] _bounds;

    public ThresholdSplit(IReadOnlyList<DocCursor> parts)
    {
        _places = [.. Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i].Cost)];
        _longestFirst = [.. _places.Select(i => parts[i])];
        _bounds = [.. _longestFirst.Select(part => (double)part.MaxScore)];
        MaxScore = _bounds.Sum();
    }

    /// <summary>No sum is greater.</summary>
    public double MaxScore { get; }

    /// <summary>Adds the documents in which some part exceeds its share.</summary>
    /// <param name="window">Where to add them.</param>
    /// <param name="threshold">What the sum must exceed.</param>
    /// <param name="needsAll">Whether a match has all parts, so that any one of them will do.</param>
    public void AddCandidates(Bits.DocWindow window, double threshold, bool needsAll)
    {
        if (MaxScore <= threshold) return;
        var (leftOut, left) = Cheapest(threshold, needsAll);
        var bound = _bounds[leftOut..].Sum();
        for (var i = leftOut; i < _bounds.Length; i++) _longestFirst[i].AddCandidates(window, left < 0 ? left : left * _bounds[i] / bound);
    }

    /// <summary>How many of the longest lists to leave out, and what the rest must exceed together; negative where any score will do.</summary>
    private (int LeftOut, double Left) Cheapest(double threshold, bool needsAll)
    {
        if (double.IsInfinity(MaxScore)) return (needsAll ? _bounds.Length - 1 : 0, double.NegativeInfinity);
        var (best, bestLeft, bestCost) = (0, threshold, double.PositiveInfinity);
        var left = threshold;
        for (var leftOut = 0; leftOut < _bounds.Length && (needsAll || leftOut == 0 || left >= 0); leftOut++)
        {
            var cost = CostOf(leftOut, left);
            if (cost < bestCost) (best, bestLeft, bestCost) = (leftOut, left, cost);
            left -= _bounds[leftOut];
        }

        return (best, bestLeft);
    }

    private double CostOf(int leftOut, double left)
    {
        var (bound, postings) = (0d, 0d);
        for (var i = leftOut; i < _bounds.Length; i++) (bound, postings) = (bound + _bounds[i], postings + _longestFirst[i].Cost);
        var share = left < 0 || bound == 0 ? 1 : Math.Pow(2, -FallPerBound * Math.Min(1, left / bound));
        return postings * (share + (CandidatesPerBlock / Postings.PostingsFormat.BlockSize));
    }
}
