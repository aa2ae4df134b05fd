using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Matching;

/// <summary>Documents that any child matches; the score is the sum over the children that do, and over boosts, which select nothing. A heap keeps the next document on top.</summary>
internal sealed class DisjunctionCursor : DocCursor
{
    private readonly DocCursor[] _heap;
    private readonly DocCursor[] _boosts;
    private bool _hasMoved;
    private SumRanking? _ranking;
    private HitSums? _sums;

    /// <param name="children">At least one.</param>
    /// <param name="boosts">What else scores the documents that match.</param>
    public DisjunctionCursor(IEnumerable<DocCursor> children, IEnumerable<DocCursor> boosts)
    {
        (_heap, _boosts) = ([.. children], [.. boosts]);
        Cost = _heap.Sum(child => child.Cost);
    }

    public override long Cost { get; }

    private SumRanking Ranking => _ranking ??= new SumRanking([.. _heap, .. _boosts], needsAll: false);

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

    public override double Bound(DocId first, DocId last) => Ranking.Bound(first, last);

    public override void Rank(DocSums sums, DocSet? allowed, TopHits top, int firstDoc)
    {
        if (allowed is null) base.Rank(sums, allowed, top, firstDoc);
        else Ranking.Rank(sums, allowed, top, firstDoc);
    }

    /// <remarks>A boost counts only where something else matches, which sums do not tell.</remarks>
    public override void AddScores(HitSums hits)
    {
        if (_boosts.Length > 0)
        {
            base.AddScores(hits);
            return;
        }

        _sums ??= HitSums.Rent();
        _sums.Set(hits);
        foreach (var child in _heap) child.AddScores(_sums);
        for (var i = 0; i < hits.Count; i++) hits.Add(i, (float)_sums[i]); // as rounded as Score is
    }

    // Summed in heap order from the root: children at Doc form a connected top of the heap. That order differs from document to
    // document; in double precision the sum of a few floats does not depend on it, so that equal documents tie.
    public override float Score()
    {
        var score = ScoreFrom(0);
        foreach (var boost in _boosts) score += boost.ScoreAt(Doc) ?? 0;
        return (float)score;
    }

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
