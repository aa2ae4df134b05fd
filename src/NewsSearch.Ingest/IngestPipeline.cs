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
    /// <summary>Articles per worker that are in memory at a time.</summary>
    private const int BatchPerWorker = 16;

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
        var run = new Run(reject, progress);
        return Articles(SourceFiles.Find(sources, run.Reject), run, cancellation);
    }

    private IEnumerable<Article> Articles(List<SourceFile> files, Run run, CancellationToken cancellation)
    {
        run.TotalBytes = files.Sum(file => file.ByteLength);
        foreach (var batch in Found(files, run).Chunk(Math.Max(1, workers) * BatchPerWorker))
        {
            cancellation.ThrowIfCancellationRequested();
            var made = new (Article? Article, string? Problem)[batch.Length];
            Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, workers) }, i =>
                made[i] = (_maker.Make(batch[i], out var problem), problem));
            for (var i = 0; i < batch.Length; i++)
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

    private static IEnumerable<SourceArticle> Found(List<SourceFile> files, Run run)
    {
        long before = 0;
        foreach (var file in files)
        {
            foreach (var found in SourceReader.Read(file, run.Reject, read => run.Bytes = before + read)) yield return found;
            before += file.ByteLength;
            run.Bytes = before;
        }
    }

    /// <summary>The counts of one run.</summary>
    private sealed class Run(Action<Rejection> reject, IProgress<IngestProgress>? progress)
    {
        private long _rejected;

        public long Articles { get; set; }

        public long Bytes { get; set; }

        public long TotalBytes { get; set; }

        public void Reject(Rejection rejection)
        {
            _rejected++;
            reject(rejection);
        }

        public void Report() => progress?.Report(new IngestProgress(Articles, _rejected, Bytes, TotalBytes));
    }
}
