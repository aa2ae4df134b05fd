using System.Text;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Wires.Issues;

namespace NewsSearch.Ingest.Readers;

/// <summary>Content of any format -> the articles in it, by the reader that its first bytes ask for. Containers come back here with what they hold.</summary>
internal static class SourceContent
{
    /// <summary>A page in a zip in a tar.gz lies in three; taste.</summary>
    private const int MaxDepth = 4;

    /// <summary>Where the counts by format put content that breaks off.</summary>
    private const string Damaged = "damaged";

    /// <param name="content">The content from its first byte on; not disposed.</param>
    /// <param name="file">What it is called.</param>
    /// <param name="options">Told of every rejection; nothing is raised for what is wrong with the content.</param>
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options)
    {
        using var articles = Articles(content, file, options).GetEnumerator();
        while (true)
        {
            try
            {
                if (!articles.MoveNext()) yield break;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                options.Counts.Reject(Damaged);
                options.Reject(new Rejection(file.Path, problem is BrokenContentException broken ? broken.Place : "", Reason(problem)));
                yield break;
            }
            yield return articles.Current;
        }
    }

    /// <summary>A sentence for a file that could not be opened or read to its end.</summary>
    public static string Reason(Exception problem) => problem switch
    {
        BrokenContentException => problem.Message,
        InvalidDataException => "The file is damaged; what stood before the damage was read.",
        FileNotFoundException or DirectoryNotFoundException => "The file is not there (a link that leads nowhere, or it was removed).",
        UnauthorizedAccessException => "The file may not be read by this user.",
        _ => $"The file cannot be read: {problem.Message}",
    };

    private static IEnumerable<SourceArticle> Articles(Stream content, SourceFile file, ReadOptions options)
    {
        var bytes = new byte[content.CanSeek && content.Length > 0 ? Math.Min(content.Length, SourceHead.MaxByteLength) : SourceHead.MaxByteLength];
        var count = ReadHead(content, bytes, out var broken);
        var head = new SourceHead(bytes.AsMemory(0, count), file.Name);
        var format = options.Depth <= MaxDepth ? SourceFormats.Of(head)
            : SourceFormat.Refused("archive", _ => true, _ => $"It lies in more than {MaxDepth} archives within each other.");
        if (content.CanSeek) content.Position = 0;
        var whole = content.CanSeek ? content : new PrefixedStream(bytes.AsMemory(0, count), content, broken);
        if (head.Utf16 is { } utf16 && !format.NamesItsEncoding) whole = Encoding.CreateTranscodingStream(whole, utf16, Encoding.UTF8, leaveOpen: true);
        if (format.Part != IssuePart.None && options.PutAside is { } issues)
        {
            issues.Put(whole, file, format.Part);
            yield break;
        }
        var (told, isEmpty) = (options.Counts.Told, true);
        foreach (var article in format.Read(whole, file, options with { Head = head }, Reject))
        {
            isEmpty = false;
            yield return article.Format.Length > 0 ? article : article with { Format = format.Name };
        }
        if (isEmpty && options.Counts.Told == told) Reject(new Rejection(file.Path, "", "There is nothing in it that could be an article."));

        void Reject(Rejection rejection)
        {
            options.Counts.Reject(format.Name);
            options.Reject(rejection);
        }
    }

    /// <summary>The first bytes, up to the damage where the content is damaged already there.</summary>
    private static int ReadHead(Stream content, byte[] bytes, out BrokenContentException? broken)
    {
        var count = 0;
        broken = null;
        try
        {
            for (int more; count < bytes.Length && (more = content.Read(bytes, count, bytes.Length - count)) > 0;) count += more;
        }
        catch (BrokenContentException damage) when (count > 0)
        {
            broken = damage;
        }
        return count;
    }
}
