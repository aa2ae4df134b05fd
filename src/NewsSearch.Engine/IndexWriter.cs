using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Indexing;
using NewsSearch.Engine.Indexing.Merging;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine;

/// <summary>Changes an index: add, replace, delete, commit. Holds the writer lock until disposed; what was not committed is dropped.</summary>
/// <remarks>One thread at a time.</remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly CommitStore _commits;
    private readonly WriterLock _lock;
    private readonly WriterOptions _options;
    private readonly IndexSchema _schema;
    private readonly DocumentCheck _check;
    private readonly SegmentSet _segments;
    private readonly Dictionary<string, byte[]> _attachments;
    private readonly DocumentBuffer _buffer;
    private Commit? _last;
    private bool _isCurrent;

    private IndexWriter(IndexDirectory directory, IndexSchema schema, WriterOptions options)
    {
        (_directory, _schema, _check, _options) = (directory, schema, new DocumentCheck(schema), options);
        _commits = new CommitStore(directory);
        _lock = WriterLock.Take(directory, options.Holder);
        try
        {
            _last = options.IsRebuild ? null : _commits.ReadLatest();
            Check(_last);
            _isCurrent = _last is not null;
            // A writer that died left segments under the very names that come next.
            if (_last is not null) _commits.RemoveUnused(_last.Generation);
            _segments = new SegmentSet(directory, schema, _last, _last?.Generation ?? _commits.NewGeneration(), new MergeEffort(options.Threads));
            _attachments = _last is null ? new(StringComparer.Ordinal) : new(_last.Attachments, StringComparer.Ordinal);
            _buffer = new DocumentBuffer(schema, _segments, BufferLimits.Of(options.BudgetBytes, options.Threads));
            Values = SearchIndex.ValuesOf(_last);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Blobs kept with the index from the next commit on.</summary>
    public IDictionary<string, byte[]> Attachments => _attachments;

    /// <summary>What is shown for stored keyword values from the next commit on.</summary>
    public ValueMap Values { get; set; }

    internal static IndexWriter Open(IndexDirectory directory, IndexSchema schema, WriterOptions options) => new(directory, schema, options);

    /// <summary>Adds a document, which is the writer's from here on; replaces the one with the same key. Raises <see cref="ArgumentException"/>
    /// where it does not fit the schema.</summary>
    /// <remarks>Here as in the other calls, a merge in the background that failed is raised by the next one, once; nothing is lost by it.</remarks>
    public void Add(IndexDocument document)
    {
        _segments.RaiseFailure();
        var key = _check.KeyOf(document);
        _buffer.MakeRoom();
        DeleteOld(key);
        _buffer.Add(key, document);
    }

    /// <summary>Deletes the document with this key; false where there is none.</summary>
    public bool Delete(string key)
    {
        _segments.RaiseFailure();
        return DeleteOld(key);
    }

    /// <summary>Makes all changes durable and visible at once. A rebuild merges and switches over to its generation; else merges that take longer
    /// than <see cref="WriterOptions.MergeWait"/> go on in the background and come with a later commit.</summary>
    public void Commit() => Commit(_options.IsRebuild ? Timeout.InfiniteTimeSpan : _options.MergeWait);

    /// <summary>Waits for the merges that are under way, and commits. Disposing without it gives them up: they would be begun again by the next writer.</summary>
    /// <exception cref="OperationCanceledException">The merges go on, and all is as it was.</exception>
    public void FinishMerges(CancellationToken cancellation = default)
    {
        if (_segments.Unfinished.Count > 0) Commit(Timeout.InfiniteTimeSpan, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer.Dispose();
        _segments.Dispose();
        _lock.Dispose();
    }

    private bool DeleteOld(string key) => _buffer.Delete(key) || _segments.Delete(key);

    private void Commit(TimeSpan mergeWait, CancellationToken cancellation = default)
    {
        _segments.RaiseFailure();
        _buffer.Flush();
        _segments.Merge(_options.MaxSegmentBytes, intoFew: _options.IsRebuild, mergeWait, cancellation);
        _attachments[SearchIndex.ValueMapAttachment] = Values.ToJson();
        var commit = new Commit(
            (_last?.Number ?? 0) + 1, _segments.Generation, TimeProvider.System.GetUtcNow(), AnalysisVersion.Current, SchemaJson.Write(_schema),
            _segments.NextNumber, _segments.Entries(), new Dictionary<string, byte[]>(_attachments, StringComparer.Ordinal));
        _commits.Write(commit, _segments.Unfinished);
        _last = commit;
        if (_isCurrent) return;
        _commits.SwitchTo(_segments.Generation, keepOld: false);
        _isCurrent = true;
    }

    private void Check(Commit? commit)
    {
        if (commit is null) return;
        if (commit.AnalysisVersion != AnalysisVersion.Current) throw new IndexOutdatedException(_directory.Path, "analysis", commit.AnalysisVersion, AnalysisVersion.Current);
        if (!commit.Schema.AsSpan().SequenceEqual(SchemaJson.Write(_schema))) throw new IndexFormatException(_directory.Path, -1, "the index has other fields than this program writes");
    }
}
