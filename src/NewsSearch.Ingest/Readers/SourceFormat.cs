using NewsSearch.Ingest.Readers.Wires.Issues;

namespace NewsSearch.Ingest.Readers;

/// <summary>Content of one format -> the articles in it, one after the other in constant memory.</summary>
/// <param name="content">The content from its first byte on; read once, forwards.</param>
/// <param name="file">What the content is called in articles and rejections.</param>
/// <param name="options">What the caller wants and counts.</param>
/// <param name="reject">Told of everything that gave no article.</param>
/// <remarks>May raise <see cref="IOException"/> and <see cref="InvalidDataException"/>: <see cref="SourceContent"/> makes rejections of them.</remarks>
internal delegate IEnumerable<SourceArticle> ContentReader(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject);

/// <summary>One format: what content of it begins with, and its reader.</summary>
/// <param name="Name">As the counts by format call it.</param>
/// <param name="IsBegunBy">Whether these first bytes begin content of this format.</param>
/// <param name="Read">Its reader.</param>
internal sealed record SourceFormat(string Name, Func<SourceHead, bool> IsBegunBy, ContentReader Read)
{
    /// <summary>Whether content of it is read, not refused by name.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>Whether the reader wants the bytes as they are, because the format names its encoding itself; else UTF-16 comes to it as UTF-8.</summary>
    public bool NamesItsEncoding { get; init; }

    /// <summary>What a file of it is in a newspaper issue, whose files refer to each other: out of an archive they are read together.</summary>
    public IssuePart Part { get; init; }

    /// <summary>A format that is known, but not read.</summary>
    /// <param name="name">As the counts by format call it.</param>
    /// <param name="isBegunBy">Whether these first bytes begin content of this format.</param>
    /// <param name="reason">A sentence.</param>
    public static SourceFormat Refused(string name, Func<SourceHead, bool> isBegunBy, Func<SourceHead, string> reason) =>
        new(name, isBegunBy, (_, file, options, reject) =>
        {
            reject(new Rejection(file.Path, "", reason(options.Head)));
            return [];
        })
        { IsRead = false };
}
