using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing;

/// <summary>The segments that the next commit will name, open, with their deleted documents. Writes and merges segments.</summary>
internal sealed class SegmentSet : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly int _keyField;
    private readonly List<WritableSegment> _segments = [];

    public SegmentSet(IndexDirectory directory, IndexSchema schema, Commit? commit, string generation)
    {
        (_directory, _schema, Generation) = (directory, schema, generation);
        _keyField = schema.Keywords.Select(field => field.Name).ToList().IndexOf(schema.KeyField);
        NextNumber = commit?.NextSegment ?? 1;
        foreach (var entry in commit?.Segments ?? [])
            _segments.Add(new WritableSegment(entry, new SegmentReader(SectionFile.Open(directory, entry), schema, entry.DocCount)));
    }

    public string Generation { get; }

    /// <summary>Number of the next segment's file.</summary>
    public long NextNumber { get; private set; }

    public IReadOnlyList<SegmentEntry> Entries() => [.. _segments.Select(segment => segment.Entry())];

    /// <summary>Deletes the document with this key; false where there is none.</summary>
    public bool Delete(string key)
    {
        var bytes = KeywordBytes.Of(key);
        foreach (var segment in _segments)
        {
            var doc = KeyLookup.Find(segment.Reader, _keyField, bytes, segment.Deleted);
            if (doc < 0) continue;
            segment.Delete(doc);
            return true;
        }

        return false;
    }

    /// <summary>Writes what the builder holds as a new segment behind all others.</summary>
    public void Add(SegmentBuilder builder, IEnumerable<DocId> deleted)
    {
        var segment = Write(builder.DocCount, builder.Write);
        foreach (var doc in deleted) segment.Delete(doc);
        _segments.Add(segment);
    }

    /// <summary>Merges neighbours, so that order stays; <paramref name="intoFew"/> merges all that fit into the largest size.</summary>
    public void Merge(long maxSegmentBytes, bool intoFew)
    {
        while (MergePolicy.Choose([.. _segments.Select(segment => segment.Size())], maxSegmentBytes, intoFew) is { } run)
        {
            var merged = _segments.GetRange(run.First, run.Count);
            var merger = new SegmentMerger(_schema, [.. merged.Select(segment => (segment.Reader, segment.Deleted))], new MergeEffort(2));
            WritableSegment[] result = merger.DocCount == 0 ? [] : [Write(merger.DocCount, merger.Write)];
            _segments.RemoveRange(run.First, run.Count);
            _segments.InsertRange(run.First, result);
            merged.ForEach(segment => segment.Reader.Dispose());
        }
    }

    public void Dispose() => _segments.ForEach(segment => segment.Reader.Dispose());

    private WritableSegment Write(int docCount, Action<SectionFileWriter> write)
    {
        var name = IndexNames.Segment(Generation, NextNumber++);
        using var file = new SectionFileWriter(_directory, name);
        write(file);
        file.Finish();
        var entry = new SegmentEntry(name, docCount, file.ByteLength, [], file.FooterChecksum);
        return new WritableSegment(entry, new SegmentReader(SectionFile.Open(_directory, entry), _schema, entry.DocCount));
    }
}

/// <summary>An open segment with the deletions that the next commit will hold.</summary>
internal sealed class WritableSegment(SegmentEntry entry, SegmentReader reader)
{
    public SegmentReader Reader => reader;

    /// <summary>Deleted documents; null for none.</summary>
    public DocSet? Deleted { get; private set; } = entry.Deleted.Length == 0 ? null : DocSet.FromBytes(entry.Deleted, entry.DocCount);

    public void Delete(DocId doc) => (Deleted ??= new DocSet(reader.DocCount)).Add(doc);

    public SegmentEntry Entry() => entry with { Deleted = Deleted?.ToBytes() ?? [] };

    public SegmentSize Size() => new(reader.DocCount, Deleted?.Count() ?? 0, entry.ByteLength);
}
