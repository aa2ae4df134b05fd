using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Matching;

/// <summary>Documents that any child matches; the score is the sum over the children that do. A heap keeps the next document on top.</summary>
internal sealed class DisjunctionCursor : DocCursor
{
    private readonly DocCursor[] _heap;
    private bool _hasMoved;
    private DocCursor[]? _byBound; // largest first
    private double[] _bounds = [];
    private ThresholdSplit? _split;

    /// <param name="children">At least one.</param>
    public DisjunctionCursor(IEnumerable<DocCursor> children)
    {
        _heap = [.. children];
        Cost = _heap.Sum(child => child.Cost);
    }

    public override long Cost { get; }

    public override float MaxScore => (float)Split.MaxScore;

    private ThresholdSplit Split => _split ??= new ThresholdSplit(_heap);

    public override DocId Next() => Seek(Doc + 1);

    public override DocId Seek(DocId target)
    {
        if (!_hasMoved)
        {
            _hasMoved = true;
            foreach (var child in _heap) child.Seek(target);
            for (var i = (_heap.Length / 2) - 1; i >= 0; i--) SiftDown(i);
        }

        while (_heap[0].Doc < target)
        {
            _heap[0].Seek(target);
            SiftDown(0);
        }

        return Doc = _heap[0].Doc;
    }

    public override void Fill(DocSet set, CancellationToken cancellation)
    {
        foreach (var child in _heap) child.Fill(set, cancellation);
        Doc = NoMoreDocs;
    }

    public override void AddCandidates(DocWindow window, double threshold) => Split.AddCandidates(window, threshold, needsAll: false);

    /// <remarks>The child with the most to give is scored first; the others only while they can still lift the document over the threshold.</remarks>
    public override float? ScoreAbove(DocId doc, double threshold)
    {
        if (_byBound is null)
        {
            _byBound = [.. _heap.OrderByDescending(child => child.MaxScore)];
            _bounds = [.. _byBound.Select(child => (double)child.MaxScore)];
        }

        var (score, rest) = (0d, Split.MaxScore);
        float? found = null;
        for (var i = 0; i < _byBound.Length; i++)
        {
            if ((float)(score + rest) <= threshold) return null;
            if (_byBound[i].ScoreAbove(doc, double.NegativeInfinity) is { } part) found = (float)(score += part);
            rest -= _bounds[i];
        }

        return found;
    }

    // Summed in heap order from the root: children at Doc form a connected top of the heap. That order differs from document to
    // document; in double precision the sum of a few floats does not depend on it, so that equal documents tie.
    public override float Score() => (float)ScoreFrom(0);

    private double ScoreFrom(int at) =>
        at >= _heap.Length || _heap[at].Doc != Doc ? 0 : _heap[at].Score() + ScoreFrom((2 * at) + 1) + ScoreFrom((2 * at) + 2);

    private void SiftDown(int at)
    {
        while (true)
        {
            var least = (2 * at) + 1;
            if (least >= _heap.Length) return;
            if (least + 1 < _heap.Length && _heap[least + 1].Doc < _heap[least].Doc) least++;
            if (_heap[at].Doc <= _heap[least].Doc) return;
            (_heap[at], _heap[least]) = (_heap[least], _heap[at]);
            at = least;
        }
    }
}
