using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Matching;

/// <summary>Ranks the documents of a stretch by the sum of the scores of several parts.</summary>
/// <remarks>
/// Some parts are essential: what they score is summed for all documents of the stretch at once. The others are only asked about documents
/// that they could still lift over the threshold. Source: Turtle and Flood, "Query evaluation: strategies and optimizations" (1995), MAXSCORE,
/// with the bounds of the stretch as in Ding and Suel (2011).
/// </remarks>
internal sealed class SumRanking
{
    // Asking a part about one document costs about as much as scoring so many of its postings in blocks.
    private const int PostingsPerDocument = 24;

    private readonly Part[] _parts;
    private readonly bool _needsAll;

    /// <param name="parts">What is summed.</param>
    /// <param name="needsAll">Whether a match has all of them: then the rarest is essential, and no other. Else those are without which no
    /// document can exceed the threshold.</param>
    public SumRanking(IEnumerable<DocCursor> parts, bool needsAll)
    {
        _parts = [.. parts.OrderByDescending(part => part.Cost).Select(part => new Part(part, 0, 0))];
        _needsAll = needsAll;
    }

    /// <summary>No sum in [first, last] is greater.</summary>
    public double Bound(DocId first, DocId last)
    {
        var sum = 0d;
        foreach (var part in _parts) sum += part.Cursor.Bound(first, last);
        return sum;
    }

    /// <summary>Shows <paramref name="top"/> the allowed documents of the stretch that can enter it.</summary>
    /// <param name="sums">At the stretch, empty.</param>
    /// <param name="allowed">The documents that count, all of them matches.</param>
    /// <param name="top">Where to show them.</param>
    /// <param name="firstDoc">What to add to a document's number.</param>
    public void Rank(DocSums sums, DocSet allowed, TopHits top, int firstDoc)
    {
        SetBounds(sums);
        if (_parts[^1].BoundUpTo <= Lowered(top.Threshold)) return;
        var essential = top.Threshold < 0 ? 0 : _needsAll ? _parts.Length - 1 : FirstEssential(top.Threshold);
        var least = top.Threshold - BoundBelow(essential);
        for (var i = essential; i < _parts.Length; i++) _parts[i].Cursor.AddScores(sums, essential == _parts.Length - 1 ? least : -1);
        var candidates = least < 0 ? sums.List(allowed) : sums.ListAbove(Lowered(least), allowed);
        while (essential > 0 && candidates.Length * PostingsPerDocument > PostingsInStretch(essential - 1, allowed.Length))
        {
            _parts[--essential].Cursor.AddScores(sums, -1);
            candidates = sums.KeepAbove(Lowered(top.Threshold - BoundBelow(essential)), candidates);
        }

        foreach (var doc in candidates)
        {
            if (Complete(doc, sums[doc], essential, top.Threshold) is { } score) top.Add(firstDoc + doc, score);
        }
    }

    private double BoundBelow(int part) => part == 0 ? 0 : _parts[part - 1].BoundUpTo;

    private double PostingsInStretch(int part, int docCount) => (double)_parts[part].Cursor.Cost * DocSums.Length / docCount;

    /// <summary>A little less, more than all roundings of a sum.</summary>
    public static double Lowered(double bound) => bound > 0 ? bound * (1 - 1e-6) : bound * (1 + 1e-6);

    private float? Complete(DocId doc, double score, int essential, double threshold)
    {
        for (var i = essential - 1; i >= 0; i--)
        {
            var needed = Lowered(threshold) - score - BoundBelow(i);
            var cursor = _parts[i].Cursor;
            // The bound of the block in which the document lies is tighter than that of the stretch, and costs less than to decode it.
            if (_parts[i].Bound <= needed || cursor.Bound(doc, doc) <= needed) return null;
            if (cursor.ScoreAt(doc) is { } part) score += part;
        }

        return (float)score;
    }

    /// <summary>Alternatives are put in order of their bounds: by insertion, for from stretch to stretch the order hardly changes.</summary>
    private void SetBounds(DocSums sums)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            var part = _parts[i] with { Bound = _parts[i].Cursor.Bound(sums.First, sums.Last) };
            var at = i;
            for (; !_needsAll && at > 0 && _parts[at - 1].Bound > part.Bound; at--) _parts[at] = _parts[at - 1];
            _parts[at] = part;
        }

        var sum = 0d;
        for (var i = 0; i < _parts.Length; i++) _parts[i] = _parts[i] with { BoundUpTo = sum += _parts[i].Bound };
    }

    private int FirstEssential(double threshold)
    {
        var essential = 0;
        while (essential < _parts.Length - 1 && _parts[essential].BoundUpTo <= Lowered(threshold)) essential++;
        return essential;
    }

    /// <param name="Cursor">What scores.</param>
    /// <param name="Bound">Its bound in the stretch.</param>
    /// <param name="BoundUpTo">Sum of the bounds of the parts up to it.</param>
    private readonly record struct Part(DocCursor Cursor, double Bound, double BoundUpTo);
}
