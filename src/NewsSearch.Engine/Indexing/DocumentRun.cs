using System.Collections.Concurrent;
using System.Diagnostics;
using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Indexing;

/// <summary>Documents that follow one another -> segments in memory, in the same order, inverted by a thread of their own or by the caller's.</summary>
/// <remarks>The caller adds, deletes, ends and takes; only <see cref="InvertBeside"/> runs beside it. Where the run is cut into segments depends
/// on its documents alone, never on time.</remarks>
internal sealed class DocumentRun(IndexSchema schema, RunLimits limits) : IDisposable
{
    private const int MostBatchedChars = 1 << 16;
    private readonly BlockingCollection<List<IndexDocument>> _batches = [];
    private readonly List<WritableSegment> _segments = [];
    private readonly HashSet<DocId> _deleted = [];
    private List<IndexDocument> _batch = [];
    private SegmentBuilder _builder = new(schema);
    private Task? _beside;
    private int _docCount;
    private long _batchedChars;
    private bool _hasFailed;
    private volatile bool _isGivenUp;

    /// <summary>Text so far.</summary>
    public long Chars { get; private set; }

    public bool IsFull => Chars >= limits.Chars || (limits.Threads == 1 && _segments.Count > 0);

    /// <summary>Whether the segments were taken.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Adds a document; its number is the count before.</summary>
    public DocId Add(IndexDocument document)
    {
        _batch.Add(document);
        Chars += LengthInChars(document);
        if (Chars - _batchedChars >= Math.Min(MostBatchedChars, Math.Min(limits.Chars, limits.BuilderBytes))) HandOver();
        return _docCount++;
    }

    /// <summary>Deletes a document; false where it is in a segment that was merged or written meanwhile.</summary>
    public bool Delete(DocId doc)
    {
        if (!IsTaken) return _deleted.Add(doc);
        var segment = 0;
        for (; doc >= _segments[segment].Reader.DocCount; segment++) doc -= _segments[segment].Reader.DocCount;
        if (_segments[segment].IsGone) return false;
        _segments[segment].Delete(doc);
        return true;
    }

    /// <summary>No more documents.</summary>
    public void End()
    {
        if (_batches.IsAddingCompleted) return;
        _batches.Add(_batch);
        _batches.CompleteAdding();
    }

    /// <summary>Waits until all is inverted; a run too short for a thread is inverted here. Requires: ended.</summary>
    /// <returns>The segments, the caller's from here on. What failed is raised, each time.</returns>
    public IReadOnlyList<WritableSegment> Take()
    {
        Debug.Assert(_batches.IsAddingCompleted && !IsTaken, "a run is taken once, when it has ended");
        if (_beside is null) InvertHere(isLast: true);
        else _beside.GetAwaiter().GetResult();
        IsTaken = true;
        foreach (var doc in _deleted) Delete(doc);
        return _segments;
    }

    /// <summary>Drops a run, in the middle of its work if need be; segments that were taken stay.</summary>
    public void Dispose()
    {
        _isGivenUp = true;
        _batches.CompleteAdding();
        if (_beside is not null) Task.WhenAny(_beside).Wait();
        if (!IsTaken) _segments.ForEach(segment => segment.Dispose());
        _batches.Dispose();
    }

    private void HandOver()
    {
        _batches.Add(_batch);
        (_batch, _batchedChars) = ([], Chars);
        if (limits.Threads == 1) InvertHere(isLast: false);
        else _beside ??= Task.Factory.StartNew(InvertBeside, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void InvertHere(bool isLast)
    {
        if (_hasFailed) throw new InvalidOperationException("An earlier document could not be inverted; what was added since the last commit is lost.");
        _hasFailed = true;
        while (_batches.TryTake(out var batch)) Invert(batch);
        if (isLast) Close();
        _hasFailed = false;
    }

    private void InvertBeside()
    {
        foreach (var batch in _batches.GetConsumingEnumerable()) Invert(batch);
        Close();
    }

    private void Invert(List<IndexDocument> batch)
    {
        foreach (var document in batch)
        {
            if (_isGivenUp) return;
            _builder.Add(document);
            if (_builder.MemoryBytes >= limits.BuilderBytes) Close();
        }
    }

    private void Close()
    {
        if (_builder.DocCount == 0 || _isGivenUp) return;
        _segments.Add(WritableSegment.Build(schema, _builder));
        _builder = new SegmentBuilder(schema);
    }

    private static long LengthInChars(IndexDocument document)
    {
        var length = 1L;
        foreach (var (_, text) in document.Texts) length += text.Length;
        foreach (var (_, value) in document.Keywords) length += value.Length;
        foreach (var (_, value) in document.Stored) length += value.Length;
        return length;
    }
}

/// <summary>How much of a budget is whose.</summary>
/// <param name="Threads">Runs that are inverted side by side; 1: by the caller.</param>
/// <param name="BuilderBytes">Memory of one run's inversion, before it becomes a segment.</param>
/// <param name="Chars">Text of a run, which may wait in memory, at two bytes a character, for a thread that is behind.</param>
/// <param name="SegmentBytes">Segments in memory, and the keys of their documents.</param>
internal sealed record RunLimits(int Threads, long BuilderBytes, long Chars, long SegmentBytes)
{
    /// <summary>Seven eighths are shared out: a quarter to segments in memory; with several threads a quarter to all builders and another to text
    /// that waits, with one thread half to its builder. The rest is for merging, and for memory that was given back and not yet collected.</summary>
    public static RunLimits Of(long budgetBytes, int threads)
    {
        var quarter = budgetBytes / 32 * 7;
        return threads == 1 ? new RunLimits(1, 2 * quarter, long.MaxValue, quarter) : new RunLimits(threads, quarter / threads, quarter / (2 * threads), quarter);
    }
}
