using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Matching;

/// <summary>The members of a set, each with the same score.</summary>
internal sealed class SetCursor(DocSet set, float score) : DocCursor
{
    private long _cost = -1;

    public override long Cost => _cost < 0 ? _cost = set.Count() : _cost;

    public override DocId Next() => Seek(Doc + 1);

    public override DocId Seek(DocId target)
    {
        var doc = target >= set.Length ? set.Length : set.NextFrom(target);
        return Doc = doc == set.Length ? NoMoreDocs : doc;
    }

    public override double Bound(DocId first, DocId last) => score;

    public override void Fill(DocSet into, CancellationToken cancellation)
    {
        if (Doc < 0) into.Or(set);
        else base.Fill(into, cancellation);
        Doc = NoMoreDocs;
    }

    /// <summary>All score the same, and of equals the first stay: behind them nothing is looked at.</summary>
    public override void Rank(DocSums sums, DocSet? allowed, TopHits top, int firstDoc)
    {
        var walked = allowed ?? set;
        for (var doc = walked.NextFrom(sums.First); doc <= sums.Last && doc < walked.Length && score > top.Threshold; doc = walked.NextFrom(doc + 1))
        {
            if (allowed is null || set.Contains(doc)) top.Add(firstDoc + doc, score);
        }
    }

    public override float Score() => score;
}
