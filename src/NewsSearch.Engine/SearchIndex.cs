using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine;

/// <summary>The way in: an index folder, open for searching. Thread-safe; follows commits of writers in any process.</summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Version of the files; FORMAT.md has the history.</summary>
    public const int FormatVersion = (int)SectionFormat.Version;

    /// <summary>Attachment under which a commit keeps its <see cref="ValueMap"/>.</summary>
    internal const string ValueMapAttachment = "values";

    private readonly IndexDirectory _directory;
    private readonly CommitStore _commits;
    private readonly Lock _gate = new();
    private SharedSnapshot? _current;

    internal SearchIndex(IndexDirectory directory)
    {
        _directory = directory;
        _commits = new CommitStore(directory);
    }

    /// <summary>Opens an index folder.</summary>
    /// <exception cref="FileNotFoundException">There is no index.</exception>
    /// <exception cref="Bits.IndexFormatException">It is damaged.</exception>
    /// <exception cref="IndexOutdatedException">It was made in another format, or by other rules of analysis.</exception>
    public static SearchIndex Open(string path)
    {
        var index = new SearchIndex(new FileIndexDirectory(path));
        index.OpenSearcher().Dispose();
        return index;
    }

    /// <summary>Whether a folder holds an index.</summary>
    public static bool Exists(string path) => new CommitStore(new FileIndexDirectory(path)).CurrentGeneration() is not null;

    /// <summary>Opens an index for changes; makes an empty one with the first commit where there is none.</summary>
    /// <exception cref="IndexLockedException">Another writer holds it.</exception>
    public static IndexWriter OpenWriter(string path, IndexSchema schema, WriterOptions options) => IndexWriter.Open(new FileIndexDirectory(path), schema, options);

    /// <summary>Checks every byte of every file.</summary>
    /// <param name="path">The index folder.</param>
    /// <param name="problem">Told each problem, naming the file.</param>
    /// <param name="remark">Told what is odd but harmless, such as a file of somebody else.</param>
    /// <param name="cancellation">Stops the check.</param>
    public static void Verify(string path, Action<string> problem, Action<string> remark, CancellationToken cancellation) =>
        new CommitStore(new FileIndexDirectory(path)).Verify(problem, remark, cancellation);

    /// <summary>A snapshot of the latest commit. The caller disposes it.</summary>
    public Searcher OpenSearcher()
    {
        var (searcher, isLatest) = (OpenCurrent(), false);
        try
        {
            isLatest = searcher is not null && !_commits.HasChanged(searcher.Snapshot.Commit); // reads files, so no lock is held
        }
        finally
        {
            if (!isLatest) searcher?.Dispose();
        }

        if (isLatest) return searcher!;
        lock (_gate)
        {
            if (_current is null || _commits.HasChanged(_current.Snapshot.Commit)) Refresh();
            return new Searcher(_current!);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _current?.Release();
            _current = null;
        }
    }

    internal static ValueMap ValuesOf(Commit? commit) =>
        commit is not null && commit.Attachments.TryGetValue(ValueMapAttachment, out var json) ? ValueMap.FromJson(json) : ValueMap.Empty;

    private Searcher? OpenCurrent()
    {
        lock (_gate) return _current is null ? null : new Searcher(_current);
    }

    private void Refresh()
    {
        var snapshot = _commits.OpenLatest(commit =>
        {
            if (commit.AnalysisVersion != AnalysisVersion.Current) throw new IndexOutdatedException(_directory.Path, "analysis", commit.AnalysisVersion, AnalysisVersion.Current);
            return Snapshot.Open(_directory, commit);
        });
        // Ordinals go on while the map stays; another generation has other segments, so it starts afresh.
        var values = _current is not null && _current.Snapshot.Commit.Generation == snapshot.Commit.Generation && MapOf(_current.Snapshot).SequenceEqual(MapOf(snapshot))
            ? _current.Values
            : new ValueRegistry(snapshot.Schema, new Lazy<ValueMap>(() => ValuesOf(snapshot.Commit)));
        _current?.Release();
        _current = new SharedSnapshot(snapshot, values);

        static ReadOnlySpan<byte> MapOf(Snapshot snapshot) => snapshot.Commit.Attachments.GetValueOrDefault(ValueMapAttachment, []);
    }
}
