using NewsSearch.Archive;
using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest;

/// <summary>Sources -> a new generation of the index, in two passes: extract to a spool on disk; learn, then index newest first.</summary>
public static class Rebuild
{
    private const int TopListSize = 20;
    private const int MostRepeatedIds = 1000;
    private const int ReportEvery = 256;

    /// <summary>Rebuilds the index in a folder, holding its writer lock throughout; readers see the old one until the end.</summary>
    /// <param name="pipeline">Makes the articles.</param>
    /// <param name="sources">Files and folders.</param>
    /// <param name="indexFolder">The index; the spool lies in it while the rebuild runs.</param>
    /// <param name="holder">Who holds the lock, told to a second writer.</param>
    /// <param name="memoryBytes">Memory to write the index with.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the rebuild and leaves the old index as it was.</param>
    public static RebuildReport Run(
        IngestPipeline pipeline, IReadOnlyList<string> sources, string indexFolder, string holder, long memoryBytes, Action<Rejection> reject,
        IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var writer = ArticleArchive.OpenRebuild(indexFolder, holder, memoryBytes);
        Spool.DeleteLeftovers(indexFolder);
        return Run(pipeline, sources, writer, indexFolder, reject, progress, cancellation);
    }

    /// <summary>The same through a writer that is open already. Sources without any article leave the old index as it was.</summary>
    /// <param name="pipeline">Makes the articles.</param>
    /// <param name="sources">Files and folders.</param>
    /// <param name="writer">Takes the articles, newest first; committed at the end, not disposed.</param>
    /// <param name="spoolFolder">Where the spool lies while the rebuild runs.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the rebuild before its commit.</param>
    public static RebuildReport Run(
        IngestPipeline pipeline, IReadOnlyList<string> sources, IArticleWriter writer, string spoolFolder, Action<Rejection> reject,
        IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(writer);
        using var spool = new Spool(spoolFolder);
        var report = Extract(pipeline, sources, spool, reject, progress, cancellation);
        if (report.Articles == 0) return report; // an empty archive is never what a rebuild is meant to leave
        writer.Learned = Learn(spool, writer, report.Rejected, progress, cancellation);
        foreach (var article in Counted(spool.NewestFirst(), RebuildStage.Index, spool.Count, report.Rejected, progress, cancellation)) writer.Add(article);
        progress?.Report(new RebuildProgress(RebuildStage.Commit, 0, 1, report.Articles, report.Rejected));
        writer.Commit();
        return report;
    }

    private static RebuildReport Extract(
        IngestPipeline pipeline, IReadOnlyList<string> sources, Spool spool, Action<Rejection> reject,
        IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var register = new IdRegister();
        TopList outlets = new(), years = new();
        var repeatedIds = new List<RepeatedId>();
        var counts = new IngestCounts();
        long rejected = 0, repeats = 0, renamed = 0;
        var articles = pipeline.Read(sources, CountAndReject, counts, progress is null ? null : new ExtractProgress(progress), cancellation);
        foreach (var read in articles)
        {
            var article = register.Register(read, out var repeated);
            if (repeated is not null && repeatedIds.Count < MostRepeatedIds) repeatedIds.Add(repeated);
            if (repeated is not null) _ = article is null ? repeats++ : renamed++;
            if (article is null) continue;
            spool.Add(article);
            outlets.Count(article.Outlet ?? FacetNames.NoValue);
            years.Count(article.Published?.Text[..4] ?? FacetNames.NoValue);
        }
        return new RebuildReport(spool.Count, rejected, repeats, renamed, repeatedIds, outlets.Top(TopListSize), years.Top(TopListSize)) { Counts = counts };

        void CountAndReject(Rejection rejection)
        {
            rejected++;
            reject(rejection);
        }
    }

    private static Learned Learn(Spool spool, IArticleWriter writer, long rejected, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var forms = new NameForms();
        foreach (var article in Counted(spool.InOrder(), RebuildStage.Learn, spool.Count, rejected, progress, cancellation))
        {
            forms.Count(article);
            writer.Learn(article);
        }

        return forms.Learn();
    }

    private static IEnumerable<Article> Counted(
        IEnumerable<Article> articles, RebuildStage stage, long total, long rejected, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        long done = 0;
        foreach (var article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            if (done++ % ReportEvery == 0) progress?.Report(new RebuildProgress(stage, done - 1, total, done - 1, rejected));
            yield return article;
        }
        progress?.Report(new RebuildProgress(stage, total, total, total, rejected));
    }

    private sealed class ExtractProgress(IProgress<RebuildProgress> progress) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) =>
            progress.Report(new RebuildProgress(RebuildStage.Extract, value.Bytes, value.TotalBytes, value.Articles, value.Rejected));
    }
}
