using System.Diagnostics;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Indexing.Merging;
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
    private SegmentMerge? _merge;

    public SegmentSet(IndexDirectory directory, IndexSchema schema, Commit? commit, string generation, MergeEffort effort)
    {
        (_directory, _schema, Generation, _effort) = (directory, schema, generation, effort);
        _keyField = schema.Keywords.NumberOf(schema.KeyField);
        NextNumber = commit?.NextSegment ?? 1;
        foreach (var entry in commit?.Segments ?? [])
            _segments.Add(new WritableSegment(directory, schema, entry));
    }

    public string Generation { get; }

    /// <summary>Number of the next segment's file.</summary>
    public long NextNumber { get; private set; }

    /// <summary>For a commit.</summary>
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

    /// <summary>Writes a segment, behind all others.</summary>
    public void Add(SegmentBuilder builder, IEnumerable<DocId> deleted)
    {
        var segment = Open(SegmentFile.Write(_directory, _schema, NextName(), builder.DocCount, _effort.Threads, builder.Write));
        foreach (var doc in deleted) segment.Delete(doc);
        _segments.Add(segment);
        _segments.ForEach(other => other.Reader.Forget()); // keys are looked up all over them, so that all their pages would stay in memory
    }

    /// <summary>Files that are being written and belong to a later commit.</summary>
    public IReadOnlyList<string> Unfinished => _merge is null ? [] : [_merge.Name];

    /// <summary>Merges neighbours, so that order stays, beside the caller, who waits for so long; what is not done by then goes on.</summary>
    /// <param name="maxSegmentBytes">Largest segment to make.</param>
    /// <param name="intoFew">Whether to merge all that fit into the largest size.</param>
    /// <param name="wait">How long to wait in all.</param>
    /// <param name="cancellation">Ends the waiting, not the merge.</param>
    public void Merge(long maxSegmentBytes, bool intoFew, TimeSpan wait, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (_merge is not null || Begin(maxSegmentBytes, intoFew))
        {
            var left = wait == Timeout.InfiniteTimeSpan ? wait : Left(wait - Stopwatch.GetElapsedTime(started));
            if (!_merge!.Wait(left, cancellation)) return;
            if (_merge.HasFailed && !intoFew) return; // the commit goes on without it, and the next call tells
            Finish();
        }
    }

    /// <summary>Raises what a merge failed with, once.</summary>
    public void RaiseFailure()
    {
        if (_merge is { HasFailed: true }) Finish();
    }

    public void Dispose()
    {
        _merge?.Dispose();
        _segments.ForEach(segment => segment.Dispose());
    }

    private bool Begin(long maxSegmentBytes, bool intoFew)
    {
        if (MergePolicy.Choose([.. _segments.Select(segment => segment.Size())], maxSegmentBytes, intoFew) is not { } run) return false;
        _merge = new SegmentMerge(_schema, _segments.GetRange(run.First, run.Count), _effort, _directory, NextName());
        return true;
    }

    /// <summary>Puts the merged segment in the place of its parts, with the deletions that came since.</summary>
    private void Finish()
    {
        using var merge = _merge!;
        _merge = null;
        Replace(_segments.IndexOf(merge.Parts[0]), merge.Parts, merge.Result() is { } entry ? [merge.WithLateDeletions(Open(entry))] : []);
    }

    private void Replace(int first, IReadOnlyList<WritableSegment> parts, IReadOnlyList<WritableSegment> by)
    {
        _segments.RemoveRange(first, parts.Count);
        _segments.InsertRange(first, by);
        foreach (var part in parts) part.Dispose();
    }

    private static TimeSpan Left(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;

    private WritableSegment Open(SegmentEntry entry) => new(_directory, _schema, entry);

    private string NextName() => IndexNames.Segment(Generation, NextNumber++);
}
