namespace NewsSearch.Engine.Matching;

/// <summary>Documents of one clause that another does not match; scored by the first.</summary>
internal sealed class ExclusionCursor(DocCursor included, DocCursor excluded) : DocCursor
{
    public override long Cost => included.Cost;

    public override DocId Next() => SkipExcluded(included.Next());

    public override DocId Seek(DocId target) => SkipExcluded(included.Seek(target));

    public override double Bound(DocId first, DocId last) => included.Bound(first, last);

    public override float Score() => included.Score();

    private DocId SkipExcluded(DocId doc)
    {
        while (doc != NoMoreDocs && (excluded.Doc < doc ? excluded.Seek(doc) : excluded.Doc) == doc) doc = included.Next();
        return Doc = doc;
    }
}
