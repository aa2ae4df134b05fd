namespace NewsSearch.Engine.Matching;

/// <summary>Documents that all children match; the score is their sum. The rarest child leads, the others follow by seeking.</summary>
internal sealed class ConjunctionCursor : DocCursor
{
    private readonly DocCursor[] _children;

    public ConjunctionCursor(IEnumerable<DocCursor> children) => _children = [.. children.OrderBy(child => child.Cost)];

    public override long Cost => _children[0].Cost;

    public override DocId Next() => Agree(_children[0].Next());

    public override DocId Seek(DocId target) => Agree(_children[0].Seek(target));

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
