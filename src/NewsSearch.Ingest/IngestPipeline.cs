using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest;

/// <summary>Sources -> clean articles: files are found, read, cleaned, described, and searched for names.</summary>
/// <param name="entities">Finds the names.</param>
/// <param name="clock">No article is published after its now.</param>
/// <param name="workers">How many threads clean and describe; articles come in the sources' order all the same.</param>
/// <param name="decisions">What people decided about the archive; none where it is null.</param>
/// <param name="map">What the caller says about columns of tables and fields of JSON.</param>
public sealed class IngestPipeline(IEntityExtractor entities, TimeProvider clock, int workers = 1, Decisions? decisions = null, FieldMap? map = null)
{
    /// <summary>Articles that a worker takes at a time; fewer where they are long.</summary>
    private const int BatchCount = 16;

    /// <summary>Characters that a worker takes at a time, but for one article; taste.</summary>
    private const long BatchLength = 4 << 20;

    private readonly ArticleMaker _maker = new(entities, clock, decisions ?? Decisions.None);

    /// <summary>The project's own extractor, the machine's clock, and as many workers as there are processors.</summary>
    public static IngestPipeline Default { get; } = new(new NameExtractor(), TimeProvider.System, Environment.ProcessorCount);

    /// <summary>What people decided; corrections are made already in the articles that come out.</summary>
    public Decisions Decisions { get; } = decisions ?? Decisions.None;

    /// <summary>The same with what people decided about an archive.</summary>
    public IngestPipeline With(Decisions decided) => new(entities, clock, workers, decided, map);

    /// <summary>The same, for sources whose columns and fields are called so.</summary>
    public IngestPipeline With(FieldMap fields) => new(entities, clock, workers, decisions, fields);

    /// <summary>Reads all articles, streaming: memory does not grow with the sources.</summary>
    /// <param name="sources">Files and folders; folders are read to their depth, by name.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the run between two articles.</param>
    /// <exception cref="ArgumentException">A source does not exist.</exception>
    public IEnumerable<Article> Read(
        IReadOnlyList<string> sources, Action<Rejection> reject, IProgress<IngestProgress>? progress = null, CancellationToken cancellation = default) =>
        Read(sources, reject, new IngestCounts(), progress, cancellation);

    /// <summary>The same, counted by format.</summary>
    /// <param name="sources">Files and folders.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="counts">Takes the counts as the articles come.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the run between two articles.</param>
    /// <exception cref="ArgumentException">A source does not exist.</exception>
    public IEnumerable<Article> Read(
        IReadOnlyList<string> sources, Action<Rejection> reject, IngestCounts counts, IProgress<IngestProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(reject);
        ArgumentNullException.ThrowIfNull(counts);
        var run = new Run(reject, counts, progress, cancellation);
        return Articles(SourceFiles.Find(sources, run.Reject), run);
    }

    private IEnumerable<Article> Articles(List<SourceFile> files, Run run)
    {
        run.TotalBytes = files.Sum(file => file.ByteLength);
        var batches = OrderedWork.Batches(Found(files, run), BatchCount, BatchLength, found => found.Given.Body.Length + (found.Page?.Html.Length ?? 0));
        foreach (var made in OrderedWork.Map(batches, batch => batch.ConvertAll(Make), Math.Max(1, workers)))
        {
            foreach (var (source, article, problem) in made)
            {
                if (article is not null)
                {
                    run.Articles++;
                    run.Counts.Article(source.Format);
                    yield return article;
                }
                else
                {
                    run.Counts.Reject(source.Format);
                    run.Reject(new Rejection(source.File.Path, source.Place, problem ?? ""));
                }
            }
            run.Report();
        }
        run.Report();
    }

    private Made Make(SourceArticle source) => new(source, _maker.Make(source, out var problem), problem);

    private IEnumerable<SourceArticle> Found(List<SourceFile> files, Run run)
    {
        var options = new ReadOptions { Reject = run.Reject, Counts = run.Counts, Map = map ?? FieldMap.Empty };
        long before = 0;
        foreach (var file in files)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            foreach (var found in SourceReader.Read(file, options, read => run.Bytes = before + read))
            {
                run.Cancellation.ThrowIfCancellationRequested();
                yield return found;
            }
            before += file.ByteLength;
            run.Bytes = before;
        }
    }

    private readonly record struct Made(SourceArticle Source, Article? Article, string? Problem);

    /// <summary>The counts of one run.</summary>
    private sealed class Run(Action<Rejection> reject, IngestCounts counts, IProgress<IngestProgress>? progress, CancellationToken cancellation)
    {
        private long _rejected;

        public IngestCounts Counts => counts;

        public CancellationToken Cancellation => cancellation;

        public long Articles { get; set; }

        public long Bytes { get; set; }

        public long TotalBytes { get; set; }

        public void Reject(Rejection rejection)
        {
            cancellation.ThrowIfCancellationRequested();
            _rejected++;
            reject(rejection);
        }

        public void Report() => progress?.Report(new IngestProgress(Articles, _rejected, Bytes, TotalBytes));
    }
}
