namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>Names of entries in archives: which are read, and what they are called.</summary>
internal static class EntryName
{
    /// <summary>What articles and rejections of an entry name as their file.</summary>
    public static SourceFile In(SourceFile archive, string entry, long byteLength)
    {
        var path = "!/" + entry.Replace('\\', '/').TrimStart('/');
        return new SourceFile(archive.Path + path, archive.Name + path, byteLength);
    }

    /// <summary>As in folders on disk: no folders themselves, and nothing whose name begins with a dot; nor what macOS adds to archives.</summary>
    public static bool IsWanted(string entry) =>
        entry.Length > 0 && entry[^1] is not ('/' or '\\')
        && !Parts(entry).Any(part => part is "__MACOSX" || (part[0] == '.' && part != ".." && part != "."));

    /// <summary>Whether unpacking it would write outside the folder that it is unpacked to: no archive made in good faith has such entries.</summary>
    public static bool LeadsOut(string entry) =>
        entry.StartsWith('/') || entry.StartsWith('\\') || (entry.Length > 1 && entry[1] == ':') || Parts(entry).Contains("..");

    private static string[] Parts(string entry) => entry.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
}
