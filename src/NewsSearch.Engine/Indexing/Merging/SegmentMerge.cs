using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing.Merging;

/// <summary>One merge on its way, beside the writer: reads its parts as they were when it began, and touches nothing but its own file.</summary>
/// <remarks>The parts stay in the set, are searched, committed and deleted from, until the writer takes the result.</remarks>
internal sealed class SegmentMerge : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly IReadOnlyList<DocSet?> _deleted;
    private readonly SegmentMerger _merger;
    private readonly Task<SegmentEntry?> _work;

    public SegmentMerge(IndexSchema schema, IReadOnlyList<WritableSegment> parts, MergeEffort effort, IndexDirectory directory, string name)
    {
        (Parts, Name) = (parts, name);
        _deleted = [.. parts.Select(part => part.Deleted is { } deleted ? DocSet.FromBytes(deleted.ToBytes(), part.Reader.DocCount) : null)];
        _merger = new SegmentMerger(schema, [.. parts.Zip(_deleted, (part, deleted) => (part.Reader, deleted))], effort with { Cancellation = _cancellation.Token });
        _work = Task.Factory.StartNew(() => _merger.DocCount == 0 ? null : SegmentFile.Write(directory, schema, name, _merger.DocCount, effort.Threads, _merger.Write), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public IReadOnlyList<WritableSegment> Parts { get; }

    /// <summary>The file that is written.</summary>
    public string Name { get; }

    public bool HasFailed => _work.IsFaulted;

    /// <summary>Whether it is done, or has failed, after waiting for so long.</summary>
    public bool Wait(TimeSpan wait, CancellationToken cancellation) => Task.WhenAny(_work).Wait((int)wait.TotalMilliseconds, cancellation);

    /// <summary>The merged segment, null where no document lived; waits for it, and raises what failed.</summary>
    public SegmentEntry? Result() => _work.GetAwaiter().GetResult();

    /// <summary>Deletes from the merged segment what was deleted from its parts since the merge began.</summary>
    public WritableSegment WithLateDeletions(WritableSegment merged)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            for (DocId doc = 0; Parts[i].Deleted is { } deleted && doc < Parts[i].Reader.DocCount; doc++)
            {
                if (deleted.Contains(doc) && _deleted[i]?.Contains(doc) != true) merged.Delete(_merger.NewDoc(i, doc));
            }
        }

        return merged;
    }

    /// <summary>Gives up what is not done.</summary>
    public void Dispose()
    {
        _cancellation.Cancel();
        Task.WhenAny(_work).Wait();
        _cancellation.Dispose();
    }
}
