using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Indexing.Merging;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing;

/// <summary>An open segment, with the deletions that the next commit will hold.</summary>
internal sealed class WritableSegment(IndexDirectory directory, IndexSchema schema, SegmentEntry entry) : IDisposable
{
    public SegmentReader Reader { get; } = new(SectionFile.Open(directory, entry), schema, entry.DocCount);

    /// <summary>Deleted documents; null for none.</summary>
    public DocSet? Deleted { get; private set; } = entry.Deleted.Length == 0 ? null : DocSet.FromBytes(entry.Deleted, entry.DocCount);

    public void Delete(DocId doc) => (Deleted ??= new DocSet(Reader.DocCount)).Add(doc);

    public SegmentEntry Entry() => entry with { Deleted = Deleted?.ToBytes() ?? [] };

    public SegmentSize Size() => new(Reader.DocCount, Deleted?.Count() ?? 0, entry.ByteLength);

    public void Dispose() => Reader.Dispose();
}
