using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Indexing.Merging;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing;

/// <summary>An open segment, on the disk or in memory, with the deletions that the next commit will hold.</summary>
internal sealed class WritableSegment : IDisposable
{
    private const string InMemory = "";
    private readonly SegmentEntry _entry;
    private readonly SectionFile? _memory;

    /// <summary>A segment on the disk.</summary>
    public WritableSegment(IndexDirectory directory, IndexSchema schema, SegmentEntry entry)
    {
        _entry = entry;
        Reader = new SegmentReader(SectionFile.Open(directory, entry), schema, entry.DocCount);
        Deleted = entry.Deleted.Length == 0 ? null : DocSet.FromBytes(entry.Deleted, entry.DocCount);
    }

    private WritableSegment(SegmentEntry entry, SegmentReader reader, SectionFile memory) => (_entry, Reader, _memory) = (entry, reader, memory);

    public SegmentReader Reader { get; }

    public long ByteLength => _entry.ByteLength;

    public bool IsInMemory => _memory is not null;

    /// <summary>Whether another segment holds its documents now.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Deleted documents; null for none.</summary>
    public DocSet? Deleted { get; private set; }

    /// <summary>Writes what a builder holds into memory.</summary>
    public static WritableSegment Build(IndexSchema schema, SegmentBuilder builder)
    {
        var bytes = new MappedFile.InMemory();
        using var file = new SectionFileWriter(InMemory, bytes);
        builder.Write(file);
        file.Finish();
        var sections = SectionFile.Over(InMemory, bytes.Map(InMemory));
        var entry = new SegmentEntry(InMemory, builder.DocCount, file.ByteLength, [], file.FooterChecksum);
        return new WritableSegment(entry, new SegmentReader(sections, schema, builder.DocCount), sections);
    }

    /// <summary>Writes a segment in memory to the disk: its sections as they are, and the pairs, which only segments that last are worth.</summary>
    public SegmentEntry CopyTo(IndexDirectory directory, IndexSchema schema, string name, int threads) =>
        SegmentFile.Write(directory, schema, name, _entry.DocCount, threads, CopySections) with { Deleted = Entry().Deleted };

    public void Delete(DocId doc) => (Deleted ??= new DocSet(Reader.DocCount)).Add(doc);

    public SegmentEntry Entry() => _entry with { Deleted = Deleted?.ToBytes() ?? [] };

    public SegmentSize Size() => new(Reader.DocCount, Deleted?.Count() ?? 0, ByteLength);

    public void Dispose()
    {
        IsGone = true;
        Reader.Dispose();
    }

    private void CopySections(SectionFileWriter file)
    {
        foreach (var section in _memory!.SectionNames)
        {
            _memory.Section(section).CopyTo(file.Begin(section));
            file.End();
        }
    }
}
