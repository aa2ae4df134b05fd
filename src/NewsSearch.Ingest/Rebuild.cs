using NewsSearch.Archive;
using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest;

/// <summary>Sources -> a new generation of the index, in two passes: extract to a spool on disk; learn, then index newest first.</summary>
public static class Rebuild
{
    /// <summary>The program, articles on their way, and counted phrases, while the index is written; measured (newssearch-bench memory).</summary>
    private const long BesideBytes = 256 << 20;

    /// <summary>Rebuilds the index in a folder, holding its writer lock throughout; readers see the old one until the end.</summary>
    /// <param name="pipeline">Makes the articles.</param>
    /// <param name="sources">Files and folders.</param>
    /// <param name="indexFolder">The index; what is needed to go on after an interruption lies in it while the rebuild runs.</param>
    /// <param name="holder">Who holds the lock, told to a second writer.</param>
    /// <param name="memoryBytes">Memory that the process may take, as far as that can be chosen: what the rebuild needs besides the writer is taken off.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="options">How it is begun.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the rebuild and leaves the old index as it was; what was read is kept.</param>
    public static RebuildReport Run(
        IngestPipeline pipeline, IReadOnlyList<string> sources, string indexFolder, string holder, long memoryBytes, Action<Rejection> reject,
        RebuildOptions? options = null, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var writer = ArticleArchive.OpenRebuild(indexFolder, holder, Math.Max(memoryBytes / 4, memoryBytes - BesideBytes));
        return Run(pipeline, sources, writer, indexFolder, reject, options, progress, cancellation);
    }

    /// <summary>The same through a writer that is open already. Sources without any article leave the old index as it was.</summary>
    /// <param name="pipeline">Makes the articles.</param>
    /// <param name="sources">Files and folders.</param>
    /// <param name="writer">Takes the articles, newest first; committed at the end, not disposed.</param>
    /// <param name="spoolFolder">Where that lies while the rebuild runs.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="options">How it is begun.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the rebuild before its commit.</param>
    public static RebuildReport Run(
        IngestPipeline pipeline, IReadOnlyList<string> sources, IArticleWriter writer, string spoolFolder, Action<Rejection> reject,
        RebuildOptions? options = null, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(writer);
        return new RebuildRun(pipeline, writer, spoolFolder, options ?? new RebuildOptions(), reject, progress, cancellation).Run(sources);
    }

    /// <summary>Whether an interrupted rebuild left something behind with which another can go on.</summary>
    /// <param name="indexFolder">The index.</param>
    public static bool IsUnfinished(string indexFolder) => new Unfinished(indexFolder).IsThere;
}
