namespace NewsSearch.Ingest.Readers;

/// <summary>One source file -> the articles in it. Whatever cannot be read is rejected, never raised.</summary>
internal static class SourceReader
{
    /// <param name="file">The file.</param>
    /// <param name="reject">Told of every rejection.</param>
    /// <param name="read">Told, before each article, how many bytes of the stored file have been read.</param>
    public static IEnumerable<SourceArticle> Read(SourceFile file, Action<Rejection> reject, Action<long> read)
    {
        FileStream content;
        try
        {
            content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            reject(new Rejection(file.Path, "", SourceContent.Reason(problem)));
            yield break;
        }
        using (content)
        {
            foreach (var article in SourceContent.Read(content, file, depth: 0, reject))
            {
                read(content.Position);
                yield return article;
            }
        }
    }
}
