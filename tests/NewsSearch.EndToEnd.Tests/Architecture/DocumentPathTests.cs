using System.Text.RegularExpressions;

namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>A path that a page names exists; what a rename leaves behind is found.</summary>
public sealed partial class DocumentPathTests
{
    private static readonly HashSet<string> Known = [.. SourceTree.Files.SelectMany(WithFoldersAbove)];

    public static TheoryData<string> Pages => [.. SourceTree.Files.Where(path => path.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_that_a_page_names_exists(string page) => Findings.AssertNone(MissingPaths(page, SourceTree.Read(page)));

    [Theory]
    [InlineData("see `src/NewsSearch.Engine/Nothing.cs`")]
    [InlineData("see `Nothing/MappedFile.cs`")]
    [InlineData("see `NoSuchPage.md`")]
    [InlineData("![picture](docs/nothing.png)")]
    [InlineData("[page](nothing.md#part)")]
    public void A_missing_path_is_found(string text) => Assert.Single(MissingPaths("README.md", text));

    [Theory]
    [InlineData("`src/NewsSearch.Archive/Article.cs`, `NewsSearch.Archive/Article.cs`, `Article.cs`, `src/NewsSearch.Archive/`")]
    [InlineData("`/search.json?q=a` and `a/b` and `newssearch search` and [site](https://example.org/a.md)")]
    [InlineData("`index-data/index/CURRENT`, `corpus.jsonl`, `gen-0001/commit-1`, `FOLDER/articles.jsonl`")]
    public void What_exists_or_is_no_path_of_the_repository_passes(string text) => Assert.Empty(MissingPaths("README.md", text));

    private static IEnumerable<string> MissingPaths(string page, string text)
    {
        var linked = Link().Matches(text).Select(match => match.Groups[1].Value).Where(target => !target.Contains(':'));
        var quoted = Backticked().Matches(text).Select(match => match.Groups[1].Value).Where(LooksLikePath);
        return linked.Concat(quoted).Distinct().Where(path => !Exists(page, path));
    }

    /// <summary>A source or document file, or anything below a folder of the repository; not what a run writes.</summary>
    private static bool LooksLikePath(string text) =>
        !text.StartsWith("index-data/index", StringComparison.Ordinal)
        && (SourceFile().IsMatch(text) || Known.Any(path => !path.Contains('/') && text.StartsWith(path + "/", StringComparison.Ordinal)));

    /// <summary>Relative to the page, to the root, or the end of a path that reads well without its beginning.</summary>
    private static bool Exists(string page, string path)
    {
        path = path.TrimEnd('/');
        var besidePage = Path.GetRelativePath(SourceTree.Root, Path.GetFullPath(Path.Combine(SourceTree.Root, Path.GetDirectoryName(page)!, path))).Replace('\\', '/');
        return Known.Contains(besidePage) || Known.Contains(path) || Known.Any(known => known.EndsWith("/" + path, StringComparison.Ordinal));
    }

    private static IEnumerable<string> WithFoldersAbove(string path)
    {
        for (; path.Length > 0; path = Path.GetDirectoryName(path)!.Replace('\\', '/')) yield return path;
    }

    [GeneratedRegex(@"\]\(([^)\s#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`([\w.\-/]+)`")]
    private static partial Regex Backticked();

    [GeneratedRegex(@"^[\w.\-/]*\w\.(cs|cshtml|csproj|sln|props|md|css|js)$")]
    private static partial Regex SourceFile();
}
