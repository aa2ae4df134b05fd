using System.Text;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>Issues on disk: their files lie beside the METS file or in folders below it.</summary>
internal sealed class IssueFolder : IIssueFiles
{
    private const int HeadByteLength = 2048;

    /// <summary>METS lies in the page's folder, or in the one above.</summary>
    private const int MaxLevels = 2;

    private Seen? _last;

    public (Stream Content, string Path)? Open(SourceFile mets, string reference)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(mets.Path)) is not { } folder || IssueReferences.Name(reference) is not { } name) return null;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!File.Exists(path)) return null;
        // A link could lead anywhere.
        for (FileSystemInfo? step = new FileInfo(path); step is not null && step.FullName != folder; step = Directory.GetParent(step.FullName))
        {
            if (step.LinkTarget is not null) return null;
        }
        return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan), path);
    }

    /// <summary>Whether a METS file beside a page, or in the folder above, refers to it.</summary>
    public bool HasIssueOf(SourceFile page)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(page.Path));
        for (var level = 0; level < MaxLevels && folder is not null && Directory.Exists(folder); level++, folder = Path.GetDirectoryName(folder))
        {
            if (Pages(folder).Contains(Path.GetFullPath(page.Path))) return true;
        }
        return false;
    }

    /// <summary>Paths of the pages that METS files in a folder refer to. The last folder is remembered: pages are read one after the other.</summary>
    private HashSet<string> Pages(string folder)
    {
        var changed = Directory.GetLastWriteTimeUtc(folder);
        if (_last is { } last && last.Folder == folder && last.Changed == changed) return last.Pages;
        var pages = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.xml").Where(IsMets))
            {
                using var mets = File.OpenRead(path);
                pages.UnionWith(IssueReferences.In(mets, new SourceFile(path, path, 0)).Select(IssueReferences.Name).OfType<string>().Select(name => Path.GetFullPath(Path.Combine(folder, name))));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What cannot be read refers to nothing; it is reported where it is read itself.
        }
        _last = new Seen(folder, changed, pages);
        return pages;
    }

    private static bool IsMets(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadByteLength];
        var text = Encoding.Latin1.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return text.Contains("<mets", StringComparison.OrdinalIgnoreCase) || text.Contains(":mets", StringComparison.OrdinalIgnoreCase);
    }

    private sealed record Seen(string Folder, DateTime Changed, HashSet<string> Pages);
}
