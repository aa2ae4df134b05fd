using NewsSearch.Archive;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers;

/// <summary>A text file -> one article, all of its text as body.</summary>
internal static class PlainTextReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        if (WholeContent.Of(content, options.MaxRecordByteLength) is { } bytes) return [new SourceArticle(new Article { Id = "", Body = TextDecoder.Decode(bytes.Span) }, file, "")];
        reject(new Rejection(file.Path, "", $"The text is longer than {options.MaxRecordByteLength >> 20} MB."));
        return [];
    }
}
