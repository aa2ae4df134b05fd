namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>A reader opens one file and sees how it works: files and folders stay small.</summary>
public sealed class SizeTests
{
    private const int FilesPerFolder = 15;

    [Fact]
    public void No_file_is_longer_than_its_kind_may_be()
    {
        var tooLong = SourceTree.Files.Where(path => Limit(path) is not null)
            .Select(path => (path, lines: SourceTree.LineCount(path), limit: Limit(path)!.Value))
            .Where(file => file.lines > file.limit).Select(file => $"{file.path}: {file.lines} lines, at most {file.limit}");

        Findings.AssertNone(tooLong);
    }

    [Fact]
    public void No_folder_hides_a_second_noun_among_more_than_fifteen_files()
    {
        var full = SourceTree.CSharp.Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal)).GroupBy(path => Path.GetDirectoryName(path)!)
            .Where(folder => folder.Count() > FilesPerFolder).Select(folder => $"{folder.Key}: {folder.Count()} files");

        Findings.AssertNone(full);
    }

    [Theory]
    [InlineData("src/A/B.cs", 399)]
    [InlineData("src/NewsSearch.Web/Pages/Index.cshtml.cs", 120)]
    [InlineData("src/NewsSearch.Web/Pages/Index.cshtml", 100)]
    [InlineData("src/NewsSearch.Web/Pages/Shared/_Layout.cshtml", 100)]
    [InlineData("src/NewsSearch.Web/Pages/Shared/_Pager.cshtml", 50)]
    [InlineData("README.md", 120)]
    [InlineData("src/NewsSearch.Engine/ARCHITECTURE.md", 250)]
    [InlineData("index-data/corpus/000.txt", null)]
    public void Every_kind_of_file_has_its_limit(string path, int? limit) => Assert.Equal(limit, Limit(path));

    private static int? Limit(string path) => Path.GetFileName(path) switch
    {
        "README.md" => 120,
        "ARCHITECTURE.md" or "FORMAT.md" => 250,
        "_Layout.cshtml" => 100,
        var name when name.EndsWith(".cshtml.cs", StringComparison.Ordinal) => 120,
        var name when name.EndsWith(".cs", StringComparison.Ordinal) => 399,
        var name when name.EndsWith(".cshtml", StringComparison.Ordinal) => name.StartsWith('_') ? 50 : 100,
        _ => null,
    };
}
