using System.Formats.Tar;
using NewsSearch.Ingest.Readers.Wires.Issues;

namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>A tar archive -> the articles in its files, in their order; each is called "dump.tar.gz!/folder/page.html".</summary>
internal static class TarArchiveReader
{
    private const int BlockByteLength = 512;
    private const int ChecksumStart = 148;
    private const int ChecksumEnd = 156;

    /// <summary>Whether a tar header comes first: 512 bytes that hold the sum of themselves.</summary>
    public static bool IsBegunBy(SourceHead head)
    {
        if (head.Bytes.Length < BlockByteLength) return false;
        var sum = 8 * ' '; // the sum counts its own place as spaces
        for (var i = 0; i < BlockByteLength; i++)
        {
            if (i is < ChecksumStart or >= ChecksumEnd) sum += head.Bytes[i];
        }
        var written = 0;
        foreach (var digit in head.Bytes[ChecksumStart..ChecksumEnd].Trim(" \0"u8))
        {
            if (digit is < (byte)'0' or > (byte)'7') return false;
            written = (written * 8) + digit - '0';
        }
        return written == sum;
    }

    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        using var archive = new TarReader(content, leaveOpen: true);
        using var issues = new IssueSpool();
        BrokenContentException? damage = null;
        while (!options.Budget.IsSpent && Next(archive, ref damage) is { } entry)
        {
            if (!EntryName.IsWanted(entry.Name) || entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes) continue;
            var inner = EntryName.In(file, entry.Name, entry.Length);
            var refusal = EntryName.LeadsOut(entry.Name) ? "Its path leads out of the archive; it is not read."
                : entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink ? "It is a link, which is not followed."
                : entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile) ? "It is no file."
                : null;
            if (refusal is not null)
            {
                reject(new Rejection(inner.Path, "", refusal));
                continue;
            }
            foreach (var article in SourceContent.Read(entry.DataStream ?? Stream.Null, inner, options.Inside() with { PutAside = issues })) yield return article;
        }
        foreach (var article in issues.Read(options)) yield return article;
        if (damage is not null) throw damage;
    }

    private static TarEntry? Next(TarReader archive, ref BrokenContentException? damage)
    {
        try
        {
            return archive.GetNextEntry();
        }
        catch (BrokenContentException broken)
        {
            damage = broken;
        }
        catch (EndOfStreamException)
        {
            damage = new BrokenContentException("", "The tar archive ends within an entry.");
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            damage = new BrokenContentException("", "The tar archive is damaged; what stood before the damage was read.");
        }
        return null;
    }
}
