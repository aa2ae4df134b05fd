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

    public abstract DocId Next();

    /// <summary>Moves to the first match at or after <paramref name="target"/>. Requires: target &gt; Doc.</summary>
    public abstract DocId Seek(DocId target);

    /// <summary>The score of the current match. Requires: 0 &lt;= Doc &lt; NoMoreDocs.</summary>
    public abstract float Score();
}
