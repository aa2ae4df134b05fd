using NewsSearch.Archive;

namespace NewsSearch.Ingest.Readers;

/// <summary>A text file -> one article, all of its text as body.</summary>
internal static class PlainTextReader
{
    /// <summary>A longer text is no article; taste.</summary>
    public const int MaxByteLength = 64 << 20;

    public static SourceArticle? Read(Stream content, SourceFile file, Action<Rejection> reject, int maxByteLength = MaxByteLength)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = content.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length <= maxByteLength) continue;
            reject(new Rejection(file.Path, "", $"The text is longer than {maxByteLength >> 20} MB."));
            return null;
        }
        var text = TextDecoder.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return new SourceArticle(new Article { Id = "", Body = text }, file, "");
    }
}
