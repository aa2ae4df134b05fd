using NewsSearch.Ingest.Readers.Containers;

namespace NewsSearch.Ingest.Readers;

/// <summary>One source file -> the articles in it. Whatever cannot be read is rejected, never raised.</summary>
internal static class SourceReader
{
    /// <param name="file">The file.</param>
    /// <param name="options">Told of every rejection.</param>
    /// <param name="read">Told, before each article, how many bytes of the stored file have been read.</param>
    public static IEnumerable<SourceArticle> Read(SourceFile file, ReadOptions options, Action<long> read)
    {
        using var content = TryOpen(file, options);
        if (content is null) yield break;
        var (length, written) = (content.Length, File.GetLastWriteTimeUtc(content.SafeFileHandle));
        foreach (var article in SourceContent.Read(content, file, options with { Budget = new UnpackBudget(length) }))
        {
            read(content.Position);
            yield return article;
        }
        if (content.Length != length || File.GetLastWriteTimeUtc(content.SafeFileHandle) != written)
            options.Reject(new Rejection(file.Path, "", "The file was changed while it was read; what was read of it is kept."));
    }

    private static FileStream? TryOpen(SourceFile file, ReadOptions options)
    {
        try
        {
            return new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            options.Reject(new Rejection(file.Path, "", SourceContent.Reason(problem)));
            return null;
        }
    }
}
