using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Matching;

/// <summary>The matches of a clause in one segment, in document order, each with a score on demand.</summary>
/// <remarks>Invariant: Doc is -1 before the first call, strictly increasing, then <see cref="NoMoreDocs"/>. One thread at a time.</remarks>
internal abstract class DocCursor
{
    public const DocId NoMoreDocs = PostingsFormat.NoMoreDocs;

    public DocId Doc { get; protected set; } = -1;

    /// <summary>About how many documents it will visit; conjunctions lead with the least.</summary>
    public abstract long Cost { get; }

    /// <summary>Whether finding a match costs so much that one walk should both count and rank.</summary>
    public virtual bool IsCostly => false;

    /// <summary>No match of the segment scores more.</summary>
    public virtual float MaxScore => float.PositiveInfinity;

    public abstract DocId Next();

    /// <summary>Moves to the first match at or after <paramref name="target"/>. Requires: target &gt; Doc.</summary>
    public abstract DocId Seek(DocId target);

    /// <summary>Adds every match from the next one on; the cursor ends.</summary>
    public virtual void Fill(DocSet set, CancellationToken cancellation)
    {
        var untilCheck = 0;
        for (var doc = Next(); doc != NoMoreDocs; doc = Next())
        {
            if ((++untilCheck & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            set.Add(doc);
        }
    }

    /// <summary>Adds at least every match of the window that scores above <paramref name="threshold"/>; others may be among them.</summary>
    /// <remarks>Moves nothing but what it keeps for itself. Windows must be asked for in increasing order.</remarks>
    public virtual void AddCandidates(DocWindow window, double threshold) => window.AddAll();

    /// <summary>The score of a document; null where it is no match, or surely none that scores above <paramref name="threshold"/>.</summary>
    /// <remarks>Documents must be asked for in increasing order. Afterwards only this and <see cref="AddCandidates"/> may be called.</remarks>
    public virtual float? ScoreAbove(DocId doc, double threshold) => (Doc < doc ? Seek(doc) : Doc) == doc ? Score() : null;

    /// <summary>Adds every match to a set and shows it to <paramref name="top"/>, in one walk.</summary>
    /// <param name="set">Gets the matches.</param>
    /// <param name="excluded">Documents that are no hits; null for none.</param>
    /// <param name="top">Where to show them.</param>
    /// <param name="firstDoc">What to add to a document's number.</param>
    /// <param name="cancellation">Asked every few thousand documents.</param>
    public void FillAndRank(DocSet set, DocSet? excluded, TopHits top, int firstDoc, CancellationToken cancellation)
    {
        var untilCheck = 0;
        for (var doc = Next(); doc != NoMoreDocs; doc = Next())
        {
            if ((++untilCheck & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            set.Add(doc);
            if (excluded?.Contains(doc) != true) top.Add(firstDoc + doc, Score());
        }
    }

    /// <summary>The score of the current match. Requires: 0 &lt;= Doc &lt; NoMoreDocs.</summary>
    public abstract float Score();
}
