namespace NewsSearch.Ingest.Readers;

/// <summary>Sources of the caller (files and folders) -> the files to read, in ordinal order of their names within each source.</summary>
/// <remarks>Folders are entered, links to folders are not (they may run in circles); names that begin with a dot are passed over in folders.</remarks>
internal static class SourceFiles
{
    /// <exception cref="ArgumentException">A source is neither a file nor a folder.</exception>
    public static List<SourceFile> Find(IReadOnlyList<string> sources, Action<Rejection> reject)
    {
        var files = new List<SourceFile>();
        foreach (var source in sources)
        {
            var before = files.Count;
            var isTold = false;
            if (File.Exists(source)) Add(source, Path.GetFileName(source), files);
            else if (Directory.Exists(source)) Enter(source, FolderName(source), files, Tell);
            else throw new ArgumentException($"The source \"{source}\" is neither a file nor a folder.", nameof(sources));
            if (files.Count == before && !isTold) reject(new Rejection(source, "", "There are no files in the folder."));

            void Tell(Rejection rejection)
            {
                isTold = true;
                reject(rejection);
            }
        }
        return files;
    }

    private static void Enter(string folder, string name, List<SourceFile> files, Action<Rejection> reject)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            reject(new Rejection(folder, "", $"The folder cannot be read: {problem.Message}"));
            return;
        }
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.')) continue;
            var path = Path.Combine(folder, entry.Name);
            if (entry is not DirectoryInfo) Add(path, name + "/" + entry.Name, files);
            else if (entry.LinkTarget is null) Enter(path, name + "/" + entry.Name, files, reject);
            else reject(new Rejection(path, "", "It is a link to a folder, which is not followed."));
        }
    }

    private static void Add(string path, string name, List<SourceFile> files)
    {
        var info = new FileInfo(path);
        files.Add(info.Exists ? new SourceFile(path, name, info.Length) { Modified = info.LastWriteTimeUtc } : new SourceFile(path, name, 0));
    }

    private static string FolderName(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
