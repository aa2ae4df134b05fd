using NewsSearch.Archive;
using NewsSearch.Ingest.Pages;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers;

/// <summary>A saved page -> one article that is still to be taken out of it.</summary>
internal static class HtmlReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        if (WholeContent.Of(content, options.MaxRecordByteLength) is { } html)
            return [new SourceArticle(new Article { Id = "" }, file, "") { Page = new FetchedPage(html, Charset: null, Fetched: null) }];
        reject(new Rejection(file.Path, "", $"The page is longer than {options.MaxRecordByteLength >> 20} MB."));
        return [];
    }
}
