using NewsSearch.Archive.Embedded;
using NewsSearch.Engine;

namespace NewsSearch.Archive;

/// <summary>The way in: opens an index folder for reading or writing.</summary>
public static class ArticleArchive
{
    /// <summary>Memory that a writer takes when nothing else is asked for: 512 MiB.</summary>
    public const long DefaultMemoryBytes = 512L << 20;

    /// <summary>Opens for reading. Raises <see cref="ArchiveException"/>.</summary>
    /// <param name="directory">Index folder.</param>
    /// <param name="workers">Threads that one search may use: more than one only for a program that answers one search at a time.</param>
    public static IArticleArchive Open(string directory, int workers = 1) => new EmbeddedArchive(directory, workers);

    /// <summary>Opens the live index for changes; makes an empty one where there is none. Raises <see cref="ArchiveException"/>.</summary>
    /// <param name="directory">Index folder.</param>
    /// <param name="holder">Who holds the lock, in words ("newssearch add"), told to a second writer.</param>
    /// <param name="memoryBytes">Memory to write with.</param>
    public static IArticleWriter OpenWriter(string directory, string holder, long memoryBytes = DefaultMemoryBytes) =>
        new EmbeddedWriter(directory, new WriterOptions(holder) { BudgetBytes = memoryBytes });

    /// <summary>Starts a new generation beside the live one, under the writer lock; its <see cref="IArticleWriter.Commit"/> switches over.</summary>
    public static IArticleWriter OpenRebuild(string directory, string holder, long memoryBytes = DefaultMemoryBytes) =>
        new EmbeddedWriter(directory, new WriterOptions(holder) { IsRebuild = true, BudgetBytes = memoryBytes });

    /// <summary>Whether there is an index in the folder.</summary>
    public static bool Exists(string directory) => Failures.Explained(directory, () => SearchIndex.Exists(directory));

    /// <summary>Checks every byte of every file; one line per problem, none when all is well.</summary>
    public static IReadOnlyList<string> Verify(string directory, CancellationToken cancellation = default)
    {
        var problems = new List<string>();
        Failures.Explained(directory, () => SearchIndex.Verify(directory, problems.Add, remark => _ = remark, cancellation));
        return problems;
    }
}
