using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Matching;

/// <summary>The members of a set, each with the same score.</summary>
internal sealed class SetCursor(DocSet set, float score) : DocCursor
{
    public override long Cost { get; } = set.Count();

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

    public override float Score() => score;
}
