using System.IO.Compression;

namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>A zip archive that is open -> the articles in it.</summary>
internal delegate IEnumerable<SourceArticle> PackageReader(ZipArchive archive, SourceFile file, ReadOptions options, Action<Rejection> reject);

/// <summary>The table of formats that are zip archives, told by the entries that they must have; any other zip is a folder of files.</summary>
internal static class ZipPackages
{
    private static readonly (string Entry, PackageReader Read)[] Rows =
    [
        ("xl/workbook.xml", Refused("a spreadsheet")),
        ("ppt/presentation.xml", Refused("a presentation")),
        ("META-INF/container.xml", Refused("an EPUB book")),
        ("META-INF/manifest.xml", Refused("an OpenDocument file")),
    ];

    public static PackageReader ReaderOf(ZipArchive archive)
    {
        foreach (var (entry, read) in Rows)
        {
            if (archive.GetEntry(entry) is not null) return read;
        }
        return ZipReader.ReadEntries;
    }

    private static PackageReader Refused(string what) => (_, file, _, reject) =>
    {
        reject(new Rejection(file.Path, "", $"It is {what}, which is not read."));
        return [];
    };
}
