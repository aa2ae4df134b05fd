namespace NewsSearch.Ingest.Readers;

/// <summary>One source file -> the articles in it, by the reader that its first bytes ask for. Whatever cannot be read is rejected, never raised.</summary>
internal static class SourceReader
{
    /// <param name="file">The file.</param>
    /// <param name="reject">Told of every rejection.</param>
    /// <param name="read">Told, before each article, how many bytes of the stored file have been read.</param>
    public static IEnumerable<SourceArticle> Read(SourceFile file, Action<Rejection> reject, Action<long> read)
    {
        using var articles = Articles(file, reject, read).GetEnumerator();
        while (true)
        {
            try
            {
                if (!articles.MoveNext()) yield break;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                reject(new Rejection(file.Path, "", Reason(problem)));
                yield break;
            }
            yield return articles.Current;
        }
    }

    private static IEnumerable<SourceArticle> Articles(SourceFile file, Action<Rejection> reject, Action<long> read)
    {
        using var stream = new SourceStream(file.Path);
        var format = SourceFormat.Of(stream.Head.Span, file.Name);
        if (format.Refusal is not null)
        {
            reject(new Rejection(file.Path, "", format.Refusal));
            yield break;
        }
        using var content = stream.Content(format.Utf16);
        foreach (var article in Articles(format.Kind, content, file, reject))
        {
            read(stream.BytesRead);
            yield return article;
        }
    }

    private static IEnumerable<SourceArticle> Articles(SourceKind kind, Stream content, SourceFile file, Action<Rejection> reject) => kind switch
    {
        SourceKind.JsonLines => JsonLinesReader.Read(content, file, reject),
        SourceKind.JsonRecords => JsonRecordsReader.Read(content, file, reject),
        SourceKind.Html => HtmlReader.Read(content, file, reject) is { } page ? [page] : [],
        _ => PlainTextReader.Read(content, file, reject) is { } article ? [article] : [],
    };

    private static string Reason(Exception problem) => problem switch
    {
        InvalidDataException => "The compressed data is damaged; what stood before the damage was read.",
        FileNotFoundException or DirectoryNotFoundException => "The file is not there (a link that leads nowhere, or it was removed).",
        UnauthorizedAccessException => "The file may not be read by this user.",
        _ => $"The file cannot be read: {problem.Message}",
    };
}
