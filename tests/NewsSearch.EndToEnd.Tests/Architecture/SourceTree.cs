namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>The files of the repository, by path from its root with '/'; what builds and runs leave behind is not part of it.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> Outside = new(StringComparer.Ordinal) { "bin", "obj", ".git", "artifacts", "TestResults", ".vs", ".idea", "index-data/index" };

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } = [.. List(Root)];

    public static IEnumerable<string> CSharp => Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static int LineCount(string path) => File.ReadLines(Path.Combine(Root, path)).Count();

    private static IEnumerable<string> List(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder)) yield return Relative(file);
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (Outside.Contains(Path.GetFileName(child)) || Outside.Contains(Relative(child))) continue;
            foreach (var file in List(child)) yield return file;
        }
    }

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsSearch.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run from a build inside the repository.");
    }
}
