using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Matching;

/// <summary>The matches of a clause in one segment, in document order, each with a score on demand.</summary>
/// <remarks>Invariant: Doc is -1 before the first call, strictly increasing, then <see cref="NoMoreDocs"/>. One thread at a time.</remarks>
internal abstract class DocCursor
{
    public const DocId NoMoreDocs = PostingsFormat.NoMoreDocs;

    // So few hits are always ranked by themselves.
    private const int FewHits = 256;

    public DocId Doc { get; protected set; } = -1;

    /// <summary>About how many documents it will visit; conjunctions lead with the least.</summary>
    public abstract long Cost { get; }

    /// <summary>How long <see cref="Fill"/> takes, in documents of a packed list.</summary>
    public virtual long FillCost => Cost;

    /// <summary>Whether finding a match costs so much that one walk should both count and rank.</summary>
    public virtual bool IsCostly => false;

    public abstract DocId Next();

    /// <summary>Moves to the first match at or after <paramref name="target"/>. Requires: target &gt; Doc.</summary>
    public abstract DocId Seek(DocId target);

    /// <summary>The score of the current match. Requires: 0 &lt;= Doc &lt; NoMoreDocs.</summary>
    public abstract float Score();

    /// <summary>How often a word or phrase is in a source of the current match; 0 where nothing is counted.</summary>
    public virtual int Frequency(int source) => 0;

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

    /// <summary>No match in [first, last] scores more. Moves nothing. Stretches must be asked for in increasing order.</summary>
    public virtual double Bound(DocId first, DocId last) => double.PositiveInfinity;

    /// <summary>Adds the scores of the stretch's matches; those that are not greater than <paramref name="least"/> may be left out.</summary>
    /// <remarks>A cursor that ranks does nothing else: afterwards only this, Bound, Rank and ScoreAt may be called, for increasing documents.</remarks>
    public virtual void AddScores(DocSums sums, double least)
    {
        for (var doc = Doc < sums.First ? Seek(sums.First) : Doc; doc <= sums.Last; doc = Next()) sums.Add(doc, Score());
    }

    /// <summary>The score of a document; null where it is no match.</summary>
    public virtual float? ScoreAt(DocId doc) => (Doc < doc ? Seek(doc) : Doc) == doc ? Score() : null;

    /// <summary>Shows <paramref name="top"/> the documents of the stretch that can enter it.</summary>
    /// <param name="sums">At the stretch, empty.</param>
    /// <param name="allowed">The matches that count; null for all.</param>
    /// <param name="top">Where to show them.</param>
    /// <param name="firstDoc">What to add to a document's number.</param>
    public virtual void Rank(DocSums sums, DocSet? allowed, TopHits top, int firstDoc)
    {
        if (Bound(sums.First, sums.Last) <= top.Threshold) return;
        if (allowed is not null && top.Threshold < 0)
        {
            foreach (var doc in sums.List(allowed))
            {
                if (ScoreAt(doc) is { } score) top.Add(firstDoc + doc, score);
            }

            return;
        }

        AddScores(sums, top.Threshold);
        foreach (var doc in sums.ListAbove(Math.Max(0, top.Threshold), allowed)) top.Add(firstDoc + doc, (float)sums[doc]);
    }

    /// <summary>Whether so many hits are better ranked by themselves than by stretches of all documents.</summary>
    public bool IsRankedByHits(long hitCount) => hitCount <= Math.Max(FewHits, Cost / PostingsPerHit);

    /// <summary>A hit asked about costs about as much as scoring so many postings in blocks.</summary>
    protected virtual int PostingsPerHit => 32;

    /// <summary>Shows <paramref name="top"/> those of some hits that can enter it. The same holds afterwards as after <see cref="AddScores(DocSums, double)"/>.</summary>
    /// <param name="hits">Matches, sums 0.</param>
    /// <param name="top">Where to show them.</param>
    /// <param name="firstDoc">What to add to a document's number.</param>
    public virtual void Rank(HitSums hits, TopHits top, int firstDoc)
    {
        AddScores(hits);
        Show(hits, top, firstDoc);
    }

    /// <summary>Shows <paramref name="top"/> hits by their sums.</summary>
    protected static void Show(HitSums hits, TopHits top, int firstDoc)
    {
        for (var i = 0; i < hits.Count; i++) top.Add(firstDoc + hits.Docs[i], (float)hits[i]);
    }

    /// <summary>Adds its score to each of some documents that it matches.</summary>
    public virtual void AddScores(HitSums hits)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            if (ScoreAt(hits.Docs[i]) is { } score) hits.Add(i, score);
        }
    }

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
}
