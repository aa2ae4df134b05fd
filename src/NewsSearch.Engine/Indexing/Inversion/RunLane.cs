using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>Runs of documents of a segment in the making, taken in one after the other, on another thread where that is wanted.</summary>
/// <param name="isBeside">Whether to work beside the caller.</param>
internal abstract class RunLane(bool isBeside)
{
    private Task<long> _before = Task.FromResult(0L);
    private Task<long> _last = Task.FromResult(0L);
    private volatile bool _isGivenUp;

    /// <summary>Bytes as of the last run that <see cref="Add"/> has waited for: depends on the documents alone, not on time.</summary>
    public long MemoryBytes { get; private set; }

    /// <summary>Adds a run of documents with numbers from <paramref name="firstDoc"/> on. Waits until no more than one run is ahead of it; raises what an
    /// earlier one failed with, each time.</summary>
    public void Add(IReadOnlyList<IndexDocument> run, DocId firstDoc)
    {
        MemoryBytes = _before.GetAwaiter().GetResult();
        _before = _last;
        _last = _last.ContinueWith(
            before => before.GetAwaiter().GetResult() + Take(run, firstDoc),
            CancellationToken.None,
            isBeside ? TaskContinuationOptions.None : TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        if (!isBeside) MemoryBytes = _last.GetAwaiter().GetResult();
    }

    /// <summary>Waits until all is taken in; raises what failed, each time.</summary>
    public void Wait() => _last.GetAwaiter().GetResult();

    /// <summary>Drops what is not done, and waits for the thread.</summary>
    public void GiveUp()
    {
        _isGivenUp = true;
        Task.WhenAny(_last).Wait();
    }

    /// <summary>Bytes held.</summary>
    protected abstract long UsedBytes();

    /// <summary>Takes in the next document.</summary>
    protected abstract void Take(IndexDocument document, DocId doc);

    /// <returns>By how many bytes memory has grown.</returns>
    private long Take(IReadOnlyList<IndexDocument> run, DocId firstDoc)
    {
        var before = UsedBytes();
        for (var i = 0; i < run.Count && !_isGivenUp; i++) Take(run[i], firstDoc + i);
        return UsedBytes() - before;
    }
}
