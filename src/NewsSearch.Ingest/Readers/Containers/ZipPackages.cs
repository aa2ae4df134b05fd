using System.IO.Compression;
using NewsSearch.Ingest.Readers.Office;
using NewsSearch.Ingest.Readers.Web;

namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>A zip archive that is open -> the articles in it.</summary>
internal delegate IEnumerable<SourceArticle> PackageReader(ZipArchive archive, SourceFile file, ReadOptions options, Action<Rejection> reject);

/// <summary>The table of formats that are zip archives, told by the entries that they must have; any other zip is a folder of files.</summary>
internal static class ZipPackages
{
    private static readonly (Func<ZipArchive, bool> Is, PackageReader Read)[] Rows =
    [
        (DocxReader.IsDocx, DocxReader.Read),
        (WaczReader.IsWacz, WaczReader.Read),
        (Has("xl/workbook.xml"), Refused("a spreadsheet")),
        (Has("ppt/presentation.xml"), Refused("a presentation")),
        (Has("META-INF/container.xml"), Refused("an EPUB book")),
        (Has("META-INF/manifest.xml"), Refused("an OpenDocument file")),
    ];

    public static PackageReader ReaderOf(ZipArchive archive)
    {
        foreach (var row in Rows)
        {
            if (row.Is(archive)) return row.Read;
        }
        return ZipReader.ReadEntries;
    }

    private static Func<ZipArchive, bool> Has(string entry) => archive => archive.GetEntry(entry) is not null;

    private static PackageReader Refused(string what) => (_, file, _, reject) =>
    {
        reject(new Rejection(file.Path, "", $"It is {what}, which is not read."));
        return [];
    };
}
