using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest;

/// <summary>Sources -> clean articles: files are found, read, cleaned, described, and searched for names.</summary>
/// <param name="entities">Finds the names.</param>
/// <param name="clock">No article is published after its now.</param>
/// <param name="workers">How many threads clean and describe; articles come in the sources' order all the same.</param>
public sealed class IngestPipeline(IEntityExtractor entities, TimeProvider clock, int workers = 1)
{
    /// <summary>Articles per worker that are in memory at a time; fewer where they are long.</summary>
    private const int BatchPerWorker = 16;

    /// <summary>Characters in memory at a time, but for one article; taste.</summary>
    private const long BatchLength = 8 << 20;

    private readonly ArticleMaker _maker = new(entities, clock);

    /// <summary>The project's own extractor, the machine's clock, and as many workers as there are processors.</summary>
    public static IngestPipeline Default { get; } = new(new NameExtractor(), TimeProvider.System, Environment.ProcessorCount);

    /// <summary>Reads all articles, streaming: memory does not grow with the sources.</summary>
    /// <param name="sources">Files and folders; folders are read to their depth, by name.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the run between two articles.</param>
    /// <exception cref="ArgumentException">A source does not exist.</exception>
    public IEnumerable<Article> Read(
        IReadOnlyList<string> sources, Action<Rejection> reject, IProgress<IngestProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(reject);
        var run = new Run(reject, progress, cancellation);
        return Articles(SourceFiles.Find(sources, run.Reject), run);
    }

    private IEnumerable<Article> Articles(List<SourceFile> files, Run run)
    {
        run.TotalBytes = files.Sum(file => file.ByteLength);
        foreach (var batch in Batches(Found(files, run)))
        {
            var made = new (Article? Article, string? Problem)[batch.Count];
            Parallel.For(0, batch.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, workers) }, i =>
                made[i] = (_maker.Make(batch[i], out var problem), problem));
            for (var i = 0; i < batch.Count; i++)
            {
                if (made[i].Article is { } article)
                {
                    run.Articles++;
                    yield return article;
                }
                else
                {
                    run.Reject(new Rejection(batch[i].File.Path, batch[i].Place, made[i].Problem ?? ""));
                }
            }
            run.Report();
        }
        run.Report();
    }

    private IEnumerable<List<SourceArticle>> Batches(IEnumerable<SourceArticle> found)
    {
        var batch = new List<SourceArticle>();
        long length = 0;
        foreach (var article in found)
        {
            batch.Add(article);
            length += article.Given.Body.Length + (article.Page?.Html.Length ?? 0);
            if (batch.Count < Math.Max(1, workers) * BatchPerWorker && length < BatchLength) continue;
            yield return batch;
            batch = [];
            length = 0;
        }
        if (batch.Count > 0) yield return batch;
    }

    private static IEnumerable<SourceArticle> Found(List<SourceFile> files, Run run)
    {
        long before = 0;
        foreach (var file in files)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            foreach (var found in SourceReader.Read(file, run.Reject, read => run.Bytes = before + read))
            {
                run.Cancellation.ThrowIfCancellationRequested();
                yield return found;
            }
            before += file.ByteLength;
            run.Bytes = before;
        }
    }

    /// <summary>The counts of one run.</summary>
    private sealed class Run(Action<Rejection> reject, IProgress<IngestProgress>? progress, CancellationToken cancellation)
    {
        private long _rejected;

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
