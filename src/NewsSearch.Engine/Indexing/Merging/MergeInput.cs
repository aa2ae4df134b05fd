using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing.Merging;

/// <summary>A segment on its way into a merge: which documents live, and their new numbers.</summary>
internal sealed class MergeInput
{
    private readonly DocId[]? _newDocs;
    private readonly DocId _firstDoc;

    public MergeInput(SegmentReader reader, DocSet? deleted, DocId firstDoc)
    {
        (Reader, _firstDoc) = (reader, firstDoc);
        LiveCount = reader.DocCount;
        if (deleted is null) return;
        _newDocs = new DocId[reader.DocCount];
        LiveCount = 0;
        for (DocId doc = 0; doc < reader.DocCount; doc++) _newDocs[doc] = deleted.Contains(doc) ? -1 : firstDoc + LiveCount++;
    }

    public SegmentReader Reader { get; }

    public int LiveCount { get; }

    /// <summary>Whether all documents live: then each number grows by <see cref="FirstDoc"/>.</summary>
    public bool IsWhole => _newDocs is null;

    /// <summary>The first document's number in the merged segment.</summary>
    public DocId FirstDoc => _firstDoc;

    /// <summary>The document's number in the merged segment; -1 where it is deleted.</summary>
    public DocId NewDoc(DocId doc) => _newDocs is null ? _firstDoc + doc : _newDocs[doc];

    public IEnumerable<DocId> Living()
    {
        for (DocId doc = 0; doc < Reader.DocCount; doc++)
        {
            if (NewDoc(doc) >= 0) yield return doc;
        }
    }
}
