using System.Xml.Linq;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>What a METS file calls the files of its issue.</summary>
internal static class IssueReferences
{
    /// <summary>The references of a METS file, as it writes them. What is broken refers to nothing; it is reported where it is read itself.</summary>
    public static IEnumerable<string> In(Stream mets, SourceFile file)
    {
        foreach (var section in XmlRecords.Read(mets, file, new ReadOptions(), _ => { }, "mets"))
        {
            if (section.Name.LocalName != "fileSec") continue;
            foreach (var location in section.Below("FLocat"))
            {
                if (location.Attribute(XName.Get("href", XmlNames.Namespace("xlink")!))?.Value is { } reference) yield return reference;
            }
        }
    }

    /// <summary>A path below the folder of the METS file: "file://./ALTO/1.xml" -> "ALTO/1.xml"; null for an address elsewhere, or a path that leads out.</summary>
    public static string? Name(string reference)
    {
        var name = reference.Replace('\\', '/');
        foreach (var scheme in (ReadOnlySpan<string>)["file:///", "file://", "file:"])
        {
            if (!name.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) continue;
            name = name[scheme.Length..];
            break;
        }
        if (name.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Contains('\0', StringComparison.Ordinal)) return null;
        var steps = Steps(name);
        return steps.Length == 0 || steps.Contains("..") ? null : string.Join('/', steps);
    }

    /// <summary>The steps of a path, without those that lead nowhere.</summary>
    public static string[] Steps(string path) => [.. path.Split('/').Where(step => step is not ("" or "."))];
}
