using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Matching;

/// <summary>Documents that all children match; the score is their sum. The rarest child leads, the others follow by seeking.</summary>
internal sealed class ConjunctionCursor : DocCursor
{
    // Looking up one document costs about as much as filling a set with so many. Taste until measured.
    private const int LookupCost = 12;

    private readonly DocCursor[] _children;
    private readonly double[] _bounds; // of each child and all behind it
    private SumRanking? _ranking;

    public ConjunctionCursor(IEnumerable<DocCursor> children)
    {
        _children = [.. children.OrderBy(child => child.Cost)];
        _bounds = new double[_children.Length];
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
            if (child.FillCost / LookupCost >= left.Count())
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

    private SumRanking Ranking => _ranking ??= new SumRanking(_children, needsAll: true);

    public override double Bound(DocId first, DocId last)
    {
        var sum = 0d;
        for (var i = _children.Length - 1; i >= 0; i--) _bounds[i] = sum += _children[i].Bound(first, last);
        return sum;
    }

    protected override int PostingsPerHit => TermsCursor.PostingsPerHitInBlocks;

    public override void Rank(DocSums sums, DocSet? allowed, TopHits top, int firstDoc)
    {
        if (allowed is null) base.Rank(sums, allowed, top, firstDoc);
        else Ranking.Rank(sums, allowed, top, firstDoc);
    }

    /// <remarks>Child by child, the rarest first: each is asked only about the hits that can still enter.</remarks>
    public override void Rank(HitSums hits, TopHits top, int firstDoc)
    {
        var hasThreshold = top.Threshold >= 0;
        if (hasThreshold) Bound(hits.Docs[0], hits.Docs[^1]);
        for (var i = 0; i < _children.Length && hits.Count > 0; i++)
        {
            if (hasThreshold) hits.KeepAbove(SumRanking.Lowered(top.Threshold - _bounds[i]));
            _children[i].AddScores(hits);
        }

        Show(hits, top, firstDoc);
    }

    private static void KeepMatches(DocSet left, DocCursor child, CancellationToken cancellation)
    {
        for (var doc = left.NextFrom(0); doc < left.Length; doc = left.NextFrom(doc + 1))
        {
            if ((doc & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            if ((child.Doc < doc ? child.Seek(doc) : child.Doc) != doc) left.Remove(doc);
        }
    }

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
