using System.IO.Compression;

namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>Gzip content -> the articles in what it holds.</summary>
internal static class GzipReader
{
    /// <summary>Without this the runtime takes a gzip file that is cut short for one that ends there. It is read once, when the runtime first unpacks.</summary>
    static GzipReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        if (options.Depth >= Nesting.MaxDepth)
        {
            reject(new Rejection(file.Path, "", Nesting.Refusal));
            return [];
        }
        return Nested(new GZipStream(content, CompressionMode.Decompress), file, options, reject);
    }

    private static IEnumerable<SourceArticle> Nested(Stream unpacked, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        using (unpacked)
        {
            foreach (var article in SourceContent.Read(unpacked, file, options.Depth + 1, reject)) yield return article;
        }
    }
}
