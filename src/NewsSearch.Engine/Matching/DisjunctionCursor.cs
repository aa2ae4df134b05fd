using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Matching;

/// <summary>Documents that any child matches; the score is the sum over the children that do. A heap keeps the next document on top.</summary>
internal sealed class DisjunctionCursor : DocCursor
{
    private readonly DocCursor[] _heap;
    private bool _hasMoved;
    private RankedChild[]? _ranking;

    /// <param name="children">At least one.</param>
    public DisjunctionCursor(IEnumerable<DocCursor> children)
    {
        _heap = [.. children];
        Cost = _heap.Sum(child => child.Cost);
    }

    public override long Cost { get; }

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

    public override ScoreWindow Bound(DocId target) => ScoreWindow.Sum(_heap, target);

    public override void Fill(DocSet set, CancellationToken cancellation)
    {
        foreach (var child in _heap) child.Fill(set, cancellation);
        Doc = NoMoreDocs;
    }

    /// <remarks>
    /// Children are ordered by their bound in the window; the first of them that together cannot reach the threshold are not
    /// essential: they are only looked up for documents that an essential child has. Source: Turtle and Flood, "Query evaluation:
    /// strategies and optimizations" (1995), MAXSCORE, with block bounds as in Ding and Suel (2011).
    /// </remarks>
    public override void Rank(DocId first, DocId last, DocSet? allowed, TopHits top, int firstDoc)
    {
        _ranking ??= new RankedChild[_heap.Length];
        OrderByBound(first);
        var essential = FirstEssential(0, top.Threshold);
        for (var i = essential; i < _ranking.Length; i++) SeekTo(_ranking[i].Cursor, first);
        while (essential < _ranking.Length)
        {
            var doc = NoMoreDocs;
            for (var i = essential; i < _ranking.Length; i++) doc = Math.Min(doc, SeekTo(_ranking[i].Cursor, first));
            if (doc > last || doc == NoMoreDocs) return;
            if (allowed?.Contains(doc) != false && ScoreIfCompetitive(doc, essential, top.Threshold) is { } score)
            {
                top.Add(firstDoc + doc, score);
                essential = FirstEssential(essential, top.Threshold);
            }

            first = doc + 1;
        }
    }

    /// <summary>By insertion: there are few children, and from window to window their order hardly changes.</summary>
    private void OrderByBound(DocId first)
    {
        for (var i = 0; i < _ranking!.Length; i++)
        {
            var cursor = _ranking[i].Cursor ?? _heap[i];
            var child = new RankedChild(cursor, cursor.Bound(first).Score, 0);
            var at = i;
            for (; at > 0 && _ranking[at - 1].Bound > child.Bound; at--) _ranking[at] = _ranking[at - 1];
            _ranking[at] = child;
        }

        var sum = 0d;
        for (var i = 0; i < _ranking.Length; i++) _ranking[i] = _ranking[i] with { BoundUpTo = sum += _ranking[i].Bound };
    }

    private float? ScoreIfCompetitive(DocId doc, int essential, double threshold)
    {
        var score = 0d;
        for (var i = essential; i < _ranking!.Length; i++)
        {
            if (_ranking[i].Cursor.Doc == doc) score += _ranking[i].Cursor.Score();
        }

        for (var i = essential - 1; i >= 0; i--)
        {
            if ((float)(score + _ranking[i].BoundUpTo) <= threshold) return null;
            if (SeekTo(_ranking[i].Cursor, doc) == doc) score += _ranking[i].Cursor.Score();
        }

        return (float)score;
    }

    private int FirstEssential(int from, double threshold)
    {
        while (from < _ranking!.Length && (float)_ranking[from].BoundUpTo <= threshold) from++;
        return from;
    }

    private static DocId SeekTo(DocCursor cursor, DocId target) => cursor.Doc < target ? cursor.Seek(target) : cursor.Doc;

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

    /// <param name="Cursor">The child.</param>
    /// <param name="Bound">Its bound in the window.</param>
    /// <param name="BoundUpTo">Sum of the bounds of the children up to it.</param>
    private readonly record struct RankedChild(DocCursor Cursor, double Bound, double BoundUpTo);
}
