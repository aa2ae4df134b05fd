using System.Text;
using System.Xml;
using System.Xml.Linq;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>The files of a newspaper issue lie beside its METS file or in folders below it: a page's file is opened by the name that METS gives, and no other.</summary>
internal static class IssueFolder
{
    private const int HeadByteLength = 2048;

    /// <summary>METS lies in the page's folder, or in the one above.</summary>
    private const int MaxLevels = 2;

    private static Seen? s_last;

    /// <summary>The file that a METS file refers to; null where the name leads out of its folder, or there is none.</summary>
    public static FileStream? Open(SourceFile mets, string reference)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(mets.Path)) is not { } folder || Name(reference) is not { } name) return null;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path)) return null;
        // A link could lead anywhere.
        for (FileSystemInfo? step = new FileInfo(path); step is not null && step.FullName != folder; step = Directory.GetParent(step.FullName))
        {
            if (step.LinkTarget is not null) return null;
        }
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
    }

    /// <summary>Whether a METS file beside a page, or in the folder above, refers to it.</summary>
    public static bool HasIssueOf(SourceFile page)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(page.Path));
        for (var level = 0; level < MaxLevels && folder is not null && Directory.Exists(folder); level++, folder = Path.GetDirectoryName(folder))
        {
            if (Pages(folder).Contains(Path.GetFullPath(page.Path))) return true;
        }
        return false;
    }

    /// <summary>"file://./ALTO/1.xml" -> "ALTO/1.xml"; null for an address elsewhere.</summary>
    private static string? Name(string reference)
    {
        var name = reference.Replace('\\', '/');
        foreach (var scheme in (ReadOnlySpan<string>)["file:///", "file://", "file:"])
        {
            if (!name.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) continue;
            name = name[scheme.Length..];
            break;
        }
        name = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        return name.Length == 0 || name.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Contains('\0', StringComparison.Ordinal) ? null : name;
    }

    /// <summary>Paths of the pages that METS files in a folder refer to. The last folder is remembered: pages are read one after the other.</summary>
    private static HashSet<string> Pages(string folder)
    {
        var changed = Directory.GetLastWriteTimeUtc(folder);
        if (s_last is { } last && last.Folder == folder && last.Changed == changed) return last.Pages;
        var pages = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.xml"))
            {
                if (IsMets(path)) pages.UnionWith(References(path).Select(Name).OfType<string>().Select(name => Path.GetFullPath(Path.Combine(folder, name))));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or XmlException)
        {
            // What cannot be read refers to nothing; it is reported where it is read itself.
        }
        s_last = new Seen(folder, changed, pages);
        return pages;
    }

    private static bool IsMets(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadByteLength];
        var text = Encoding.Latin1.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return text.Contains("<mets", StringComparison.OrdinalIgnoreCase) || text.Contains(":mets", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> References(string path)
    {
        using var file = File.OpenRead(path);
        foreach (var section in XmlRecords.Read(file, new SourceFile(path, path, 0), new ReadOptions(), _ => { }, "mets"))
        {
            if (section.Name.LocalName != "fileSec") continue;
            foreach (var location in section.Below("FLocat"))
            {
                if (location.Attribute(XName.Get("href", XmlNames.Namespace("xlink")!))?.Value is { } reference) yield return reference;
            }
        }
    }

    private sealed record Seen(string Folder, DateTime Changed, HashSet<string> Pages);
}
