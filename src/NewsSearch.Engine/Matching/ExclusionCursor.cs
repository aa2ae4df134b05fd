using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Matching;

/// <summary>Documents of one clause that another does not match; scored by the first.</summary>
internal sealed class ExclusionCursor(DocCursor included, DocCursor excluded) : DocCursor
{
    // Looking up one document costs about as much as filling a set with so many, as in a conjunction.
    private const int LookupCost = 12;

    public override long Cost => included.Cost;

    public override DocId Next() => SkipExcluded(included.Next());

    public override DocId Seek(DocId target) => SkipExcluded(included.Seek(target));

    public override double Bound(DocId first, DocId last) => included.Bound(first, last);

    public override float Score() => included.Score();

    /// <remarks>What is excluded is taken away as a set, or looked up where only few documents are left to ask.</remarks>
    public override void Fill(DocSet set, CancellationToken cancellation)
    {
        if (Doc >= 0)
        {
            base.Fill(set, cancellation);
            return;
        }

        var left = DocSet.Rent(set.Length);
        included.Fill(left, cancellation);
        if (excluded.FillCost / LookupCost < left.Count())
        {
            var without = DocSet.Rent(set.Length);
            excluded.Fill(without, cancellation);
            left.AndNot(without);
            without.GiveBack();
        }
        else
        {
            for (var doc = left.NextFrom(0); doc < left.Length; doc = left.NextFrom(doc + 1))
            {
                cancellation.ThrowIfCancellationRequested();
                if (IsExcluded(doc)) left.Remove(doc);
            }
        }

        set.Or(left);
        left.GiveBack();
        Doc = NoMoreDocs;
    }

    private DocId SkipExcluded(DocId doc)
    {
        while (doc != NoMoreDocs && IsExcluded(doc)) doc = included.Next();
        return Doc = doc;
    }

    private bool IsExcluded(DocId doc) => (excluded.Doc < doc ? excluded.Seek(doc) : excluded.Doc) == doc;
}
