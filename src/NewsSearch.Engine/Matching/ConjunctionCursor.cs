using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Matching;

/// <summary>Documents that all children match; the score is their sum. The rarest child leads, the others follow by seeking.</summary>
internal sealed class ConjunctionCursor : DocCursor
{
    // Looking up one document costs about as much as filling a set with so many. Taste until measured.
    private const int LookupCost = 12;

    private readonly DocCursor[] _children;
    private readonly double[] _boundFrom; // of the children from one on, in the window that is ranked

    public ConjunctionCursor(IEnumerable<DocCursor> children)
    {
        _children = [.. children.OrderBy(child => child.Cost)];
        _boundFrom = new double[_children.Length + 1];
    }

    public override long Cost => _children[0].Cost;

    public override DocId Next() => Agree(_children[0].Next());

    public override DocId Seek(DocId target) => Agree(_children[0].Seek(target));

    /// <remarks>Lists of about the same length are intersected as sets; against a much longer one the documents left are looked up.</remarks>
    public override void Fill(DocSet set, CancellationToken cancellation)
    {
        if (Doc >= 0)
        {
            base.Fill(set, cancellation);
            return;
        }

        var left = DocSet.Rent(set.Length);
        _children[0].Fill(left, cancellation);
        foreach (var child in _children.AsSpan(1))
        {
            if (child.Cost / LookupCost >= left.Count())
            {
                KeepMatches(left, child, cancellation);
                continue;
            }

            var filled = DocSet.Rent(set.Length);
            child.Fill(filled, cancellation);
            left.And(filled);
            filled.GiveBack();
        }

        set.Or(left);
        left.GiveBack();
        Doc = NoMoreDocs;
    }

    /// <remarks>The rarest word is scored first; the others only while they can still lift the document over the threshold.</remarks>
    public override void Rank(DocId first, DocId last, DocSet? allowed, TopHits top, int firstDoc)
    {
        if (allowed is null)
        {
            base.Rank(first, last, allowed, top, firstDoc);
            return;
        }

        for (var i = _children.Length - 1; i >= 0; i--) _boundFrom[i] = _boundFrom[i + 1] + _children[i].Bound(first).Score;
        for (var doc = allowed.NextFrom(first); doc <= last && doc < allowed.Length; doc = allowed.NextFrom(doc + 1))
        {
            if (ScoreIfCompetitive(doc, top.Threshold) is { } score) top.Add(firstDoc + doc, score);
        }
    }

    private float? ScoreIfCompetitive(DocId doc, double threshold)
    {
        var score = 0d;
        for (var i = 0; i < _children.Length; i++)
        {
            var child = _children[i];
            if ((float)(score + _boundFrom[i]) <= threshold || (child.Doc < doc ? child.Seek(doc) : child.Doc) != doc) return null;
            score += child.Score();
        }

        return (float)score;
    }

    private static void KeepMatches(DocSet left, DocCursor child, CancellationToken cancellation)
    {
        for (var doc = left.NextFrom(0); doc < left.Length; doc = left.NextFrom(doc + 1))
        {
            if ((doc & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            if ((child.Doc < doc ? child.Seek(doc) : child.Doc) != doc) left.Remove(doc);
        }
    }

    public override ScoreWindow Bound(DocId target) => ScoreWindow.Sum(_children, target);

    public override float Score()
    {
        var score = 0d; // the order of the children differs from segment to segment, the sum must not
        foreach (var child in _children) score += child.Score();
        return (float)score;
    }

    private DocId Agree(DocId doc)
    {
        for (var i = 1; i < _children.Length && doc != NoMoreDocs;)
        {
            var other = _children[i].Doc < doc ? _children[i].Seek(doc) : _children[i].Doc;
            if (other == doc)
            {
                i++;
                continue;
            }

            doc = other == NoMoreDocs ? other : _children[0].Seek(other);
            i = 1;
        }

        return Doc = doc;
    }
}
