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

    public abstract DocId Next();

    /// <summary>Moves to the first match at or after <paramref name="target"/>. Requires: target &gt; Doc.</summary>
    public abstract DocId Seek(DocId target);

    /// <summary>The window of <paramref name="target"/>: no match in [target, Last] scores more than the bound. Moves nothing.
    /// Requires: target not before any earlier one.</summary>
    public virtual ScoreWindow Bound(DocId target) => ScoreWindow.Unknown;

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

    /// <summary>Shows the scored matches in [first, last] to <paramref name="top"/>, or those of them that can still enter it.</summary>
    /// <param name="first">Not before any earlier call's last.</param>
    /// <param name="last">Inside the window of <paramref name="first"/>.</param>
    /// <param name="allowed">The matches that count; null for all.</param>
    /// <param name="top">Where to show them.</param>
    /// <param name="firstDoc">What to add to a document's number.</param>
    /// <remarks>A cursor that ranks does nothing else: afterwards only Bound and Rank may be called.</remarks>
    public virtual void Rank(DocId first, DocId last, DocSet? allowed, TopHits top, int firstDoc)
    {
        if (allowed is null)
        {
            for (var doc = Doc < first ? Seek(first) : Doc; doc <= last && doc != NoMoreDocs; doc = Next()) top.Add(firstDoc + doc, Score());
            return;
        }

        for (var doc = allowed.NextFrom(first); doc <= last && doc < allowed.Length; doc = allowed.NextFrom(doc + 1))
        {
            if ((Doc < doc ? Seek(doc) : Doc) == doc) top.Add(firstDoc + doc, Score());
        }
    }

    /// <summary>Adds every match to a set and shows the scored ones that can enter to <paramref name="top"/>, in one walk.</summary>
    /// <param name="set">Gets the matches.</param>
    /// <param name="excluded">Documents that are no hits; null for none.</param>
    /// <param name="top">Where to show them.</param>
    /// <param name="firstDoc">What to add to a document's number.</param>
    /// <param name="cancellation">Asked every few thousand documents.</param>
    public void FillAndRank(DocSet set, DocSet? excluded, TopHits top, int firstDoc, CancellationToken cancellation)
    {
        var window = new ScoreWindow(-1, 0);
        var untilCheck = 0;
        for (var doc = Next(); doc != NoMoreDocs; doc = Next())
        {
            if ((++untilCheck & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            set.Add(doc);
            if (doc > window.Last) window = Bound(doc);
            if (window.Score > top.Threshold && excluded?.Contains(doc) != true) top.Add(firstDoc + doc, Score());
        }
    }

    /// <summary>The score of the current match. Requires: 0 &lt;= Doc &lt; NoMoreDocs.</summary>
    public abstract float Score();
}

/// <summary>A stretch of documents and what no score in it exceeds.</summary>
/// <param name="Last">The last document it holds for.</param>
/// <param name="Score">The bound.</param>
internal readonly record struct ScoreWindow(DocId Last, float Score)
{
    /// <summary>Nothing is known: any score, everywhere.</summary>
    public static ScoreWindow Unknown { get; } = new(DocCursor.NoMoreDocs, float.PositiveInfinity);

    /// <summary>The bound of a sum of scores.</summary>
    public static ScoreWindow Sum(ReadOnlySpan<DocCursor> cursors, DocId target)
    {
        var (last, sum) = (DocCursor.NoMoreDocs, 0d);
        foreach (var cursor in cursors)
        {
            var window = cursor.Bound(target);
            last = Math.Min(last, window.Last);
            sum += window.Score;
        }

        return new ScoreWindow(last, (float)sum);
    }
}
