using System.IO.Compression;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Wires.Issues;

namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>A zip archive -> the articles in its entries, in their order; each is called "dump.zip!/folder/page.html".</summary>
/// <remarks>Nothing is ever unpacked to a path: an entry's name is only a name. A zip that lies in another archive is first copied to a file of its own, because its directory stands at its end.</remarks>
internal static class ZipReader
{
    private const int LinkMode = 0xA; // of a Unix file mode, in the top four bits of the attributes

    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        using var copy = content.CanSeek ? null : Copied(content);
        using var archive = Open(copy ?? content);
        foreach (var article in ZipPackages.ReaderOf(archive)(archive, file, options, reject)) yield return article;
    }

    /// <summary>All entries that may hold articles, one after the other.</summary>
    public static IEnumerable<SourceArticle> ReadEntries(ZipArchive archive, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        using var issues = new IssueSpool();
        foreach (var entry in archive.Entries.Where(entry => EntryName.IsWanted(entry.FullName)).TakeWhile(_ => !options.Budget.IsSpent))
        {
            foreach (var article in ReadEntry(entry, file, options with { PutAside = issues }, reject)) yield return article;
        }
        foreach (var article in issues.Read(options)) yield return article;
    }

    /// <summary>One entry.</summary>
    public static IEnumerable<SourceArticle> ReadEntry(ZipArchiveEntry entry, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var inner = EntryName.In(file, entry.FullName, entry.Length);
        var refusal = EntryName.LeadsOut(entry.FullName) ? "Its path leads out of the archive; it is not read."
            : entry.IsEncrypted ? "It is encrypted, which is not read."
            : (entry.ExternalAttributes >>> 28) == LinkMode ? "It is a link, which is not followed."
            : null;
        var unpacking = refusal is null ? TryOpen(entry, out refusal) : null;
        if (unpacking is null)
        {
            reject(new Rejection(inner.Path, "", refusal ?? ""));
            yield break;
        }
        using var unpacked = new UnpackedStream(unpacking, options.Budget, entry.Length, entry.Crc32);
        foreach (var article in SourceContent.Read(unpacked, inner, options.Inside())) yield return article;
    }

    private static ZipArchive Open(Stream content)
    {
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count; // reads the directory
            return archive;
        }
        catch (Exception damage) when (damage is InvalidDataException or ArgumentException or OverflowException or IOException and not BrokenContentException)
        {
            throw new BrokenContentException("", "The zip archive is damaged: its directory, which stands at its end, cannot be read.");
        }
    }

    private static Stream? TryOpen(ZipArchiveEntry entry, out string? refusal)
    {
        refusal = null;
        try
        {
            return entry.Open();
        }
        catch (Exception damage) when (damage is InvalidDataException or NotSupportedException or ArgumentException or IOException)
        {
            refusal = "The entry is damaged, or packed in a way that is not read.";
            return null;
        }
    }

    private static FileStream Copied(Stream content)
    {
        var copy = TemporaryFile.Create(".zip");
        try
        {
            content.CopyTo(copy);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
