using System.Text;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers;

/// <summary>Content of any format -> the articles in it, by the reader that its first bytes ask for. Containers come back here with what they hold.</summary>
internal static class SourceContent
{
    /// <param name="content">The content from its first byte on; not disposed.</param>
    /// <param name="file">What it is called.</param>
    /// <param name="depth">How many containers it lies in.</param>
    /// <param name="reject">Told of every rejection; nothing is raised for what is wrong with the content.</param>
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, int depth, Action<Rejection> reject)
    {
        using var articles = Articles(content, file, depth, reject).GetEnumerator();
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

    /// <summary>A sentence for a file that could not be opened or read to its end.</summary>
    public static string Reason(Exception problem) => problem switch
    {
        InvalidDataException => "The compressed data is damaged; what stood before the damage was read.",
        FileNotFoundException or DirectoryNotFoundException => "The file is not there (a link that leads nowhere, or it was removed).",
        UnauthorizedAccessException => "The file may not be read by this user.",
        _ => $"The file cannot be read: {problem.Message}",
    };

    private static IEnumerable<SourceArticle> Articles(Stream content, SourceFile file, int depth, Action<Rejection> reject)
    {
        var bytes = new byte[SourceHead.MaxByteLength];
        var head = new SourceHead(bytes.AsMemory(0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), file.Name);
        var format = SourceFormats.Of(head);
        Stream whole = new PrefixedStream(bytes.AsMemory(0, head.Bytes.Length), content);
        if (head.Utf16 is { } utf16 && !format.NamesItsEncoding) whole = Encoding.CreateTranscodingStream(whole, utf16, Encoding.UTF8);
        foreach (var article in format.Read(whole, file, new ReadOptions { Head = head, Depth = depth }, reject))
        {
            yield return article.Format.Length > 0 ? article : article with { Format = format.Name };
        }
    }
}
