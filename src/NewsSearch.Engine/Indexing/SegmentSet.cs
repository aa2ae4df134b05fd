using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing;

/// <summary>The segments that the next commit will name, open, with their deleted documents. Writes and merges segments.</summary>
internal sealed class SegmentSet : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly MergeEffort _effort;
    private readonly int _keyField;
    private readonly List<WritableSegment> _segments = [];

    public SegmentSet(IndexDirectory directory, IndexSchema schema, Commit? commit, string generation, MergeEffort effort)
    {
        (_directory, _schema, Generation, _effort) = (directory, schema, generation, effort);
        _keyField = schema.Keywords.Select(field => field.Name).ToList().IndexOf(schema.KeyField);
        NextNumber = commit?.NextSegment ?? 1;
        foreach (var entry in commit?.Segments ?? [])
            _segments.Add(new WritableSegment(directory, schema, entry));
    }

    public string Generation { get; }

    /// <summary>Number of the next segment's file.</summary>
    public long NextNumber { get; private set; }

    /// <summary>Bytes of the segments in memory.</summary>
    public long MemoryBytes => _segments.Sum(segment => segment.IsInMemory ? segment.ByteLength : 0);

    /// <summary>For a commit. Requires: all segments are on the disk.</summary>
    public IReadOnlyList<SegmentEntry> Entries() => [.. _segments.Select(segment => segment.Entry())];

    /// <summary>Deletes the document with this key from the segments on the disk; false where there is none.</summary>
    public bool Delete(string key)
    {
        var bytes = KeywordBytes.Of(key);
        foreach (var segment in _segments)
        {
            if (segment.IsInMemory) continue;
            var doc = KeyLookup.Find(segment.Reader, _keyField, bytes, segment.Deleted);
            if (doc < 0) continue;
            segment.Delete(doc);
            return true;
        }

        return false;
    }

    /// <summary>Takes segments over, behind all others.</summary>
    public void Add(IReadOnlyList<WritableSegment> segments) => _segments.AddRange(segments);

    /// <summary>Brings the segments in memory to the disk, merged into one. (They are the last.)</summary>
    public void Persist()
    {
        var first = _segments.FindIndex(segment => segment.IsInMemory);
        if (first >= 0) Replace(first, _segments.Count - first);
    }

    /// <summary>Merges neighbours, so that order stays; <paramref name="intoFew"/> merges all that fit into the largest size.</summary>
    public void Merge(long maxSegmentBytes, bool intoFew)
    {
        while (MergePolicy.Choose([.. _segments.Select(segment => segment.Size())], maxSegmentBytes, intoFew) is { } run) Replace(run.First, run.Count);
    }

    public void Dispose() => _segments.ForEach(segment => segment.Dispose());

    /// <summary>Puts one segment on the disk in the place of several; none where no document lives.</summary>
    private void Replace(int first, int count)
    {
        var replaced = _segments.GetRange(first, count);
        WritableSegment[] result = replaced is [{ IsInMemory: true } alone] ? [Open(Copy(alone))] : Merged(replaced);
        _segments.RemoveRange(first, count);
        _segments.InsertRange(first, result);
        replaced.ForEach(segment => segment.Dispose());
    }

    private WritableSegment[] Merged(List<WritableSegment> segments)
    {
        var merger = new SegmentMerger(_schema, [.. segments.Select(segment => (segment.Reader, segment.Deleted))], _effort);
        if (merger.DocCount == 0) return [];
        var name = NextName();
        using var file = new SectionFileWriter(_directory, name);
        merger.Write(file);
        file.Finish();
        return [Open(new SegmentEntry(name, merger.DocCount, file.ByteLength, [], file.FooterChecksum))];
    }

    private SegmentEntry Copy(WritableSegment segment)
    {
        var name = NextName();
        using var file = _directory.Create(name);
        return segment.CopyTo(file, name);
    }

    private WritableSegment Open(SegmentEntry entry) => new(_directory, _schema, entry);

    private string NextName() => IndexNames.Segment(Generation, NextNumber++);
}
