namespace NewsSearch.Archive.Curation;

/// <summary>The cleaning rules that somebody switched off, in the file <c>rules-off.txt</c>: a line each, the rule's name, then what may help to know it.</summary>
public static class RulesOff
{
    /// <summary>The file's name.</summary>
    public const string FileName = "rules-off.txt";

    /// <summary>The names of the rules that are off.</summary>
    public static IReadOnlySet<string> Read(CurationFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.Read(FileName).Select(line => NameIn(line.Text)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Switches a rule off or on; false where it was so already.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="isOff">Off or on.</param>
    /// <param name="remark">Written after the name, for whoever reads the file.</param>
    public static bool Switch(CurationFolder folder, string rule, bool isOff, string remark = "")
    {
        if (Read(folder).Contains(rule) == isOff) return false;
        var lines = folder.AllLines(FileName).ToList();
        if (isOff) lines.Add($"{rule} {string.Join(' ', remark.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}".TrimEnd());
        else lines.RemoveAll(line => NameIn(line.Trim()) == rule);
        folder.Write(FileName, lines);
        return true;
    }

    private static string NameIn(string line) => line.Split((char[]?)null, 2)[0];
}
