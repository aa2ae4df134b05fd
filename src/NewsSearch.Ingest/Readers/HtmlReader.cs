using NewsSearch.Archive;
using NewsSearch.Ingest.Pages;

namespace NewsSearch.Ingest.Readers;

/// <summary>A saved page -> one article, still to be taken out of it.</summary>
/// <remarks>When the file was written tells when it was saved at the earliest, nothing of the publication: it is not used.</remarks>
internal static class HtmlReader
{
    public static SourceArticle? Read(Stream content, SourceFile file, Action<Rejection> reject, int maxByteLength = PageReader.MaxByteLength)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = content.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length <= maxByteLength) continue;
            reject(new Rejection(file.Path, "", $"The page is larger than {maxByteLength >> 20} MB."));
            return null;
        }

        return new SourceArticle(new Article { Id = "" }, file, "") { Page = new FetchedPage(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null, null) };
    }
}
