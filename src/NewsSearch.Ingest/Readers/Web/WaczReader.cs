using System.IO.Compression;
using NewsSearch.Ingest.Readers.Containers;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>A packaged web archive (WACZ) -> the pages in its archives; its indexes and lists of pages say nothing that these do not. Source: WACZ 1.1.1.</summary>
internal static class WaczReader
{
    private const string Archives = "archive/";

    public static bool IsWacz(ZipArchive archive) =>
        archive.GetEntry("datapackage.json") is not null && archive.Entries.Any(entry => entry.FullName.StartsWith(Archives, StringComparison.Ordinal));

    public static IEnumerable<SourceArticle> Read(ZipArchive archive, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        foreach (var entry in archive.Entries.Where(entry => EntryName.IsWanted(entry.FullName)))
        {
            if (options.Budget.IsSpent) yield break;
            if (!entry.FullName.StartsWith(Archives, StringComparison.Ordinal))
            {
                options.Counts.Skip("WACZ index or list of pages");
                continue;
            }
            foreach (var article in ZipReader.ReadEntry(entry, file, options, reject)) yield return article;
        }
    }
}
