using NewsSearch.Archive.Curation;

namespace NewsSearch.Ingest.Tests.Curation;

public sealed class CurationFolderTests : IDisposable
{
    private readonly TemporaryFolder _files = new();

    private CurationFolder Curation => new(Path.Combine(_files.Path, "curation"));

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_default_stands_beside_the_index()
    {
        Assert.Equal(Path.Combine(_files.Path, "curation"), CurationFolder.Beside(Path.Combine(_files.Path, "index")).Path);
        Assert.Equal(Path.Combine(_files.Path, "curation"), CurationFolder.Beside(Path.Combine(_files.Path, "index") + Path.DirectorySeparatorChar).Path);
    }

    [Fact]
    public void A_file_that_is_not_there_holds_nothing()
    {
        Assert.Empty(Curation.Read("outlets.txt"));
        Assert.Empty(Curation.AllLines("outlets.txt"));
        Assert.False(Directory.Exists(Curation.Path));
    }

    [Fact]
    public void Written_lines_come_back_by_number_without_comments_and_empty_ones()
    {
        Curation.Write("outlets.txt", ["# mine", "", " a = b ", "é = 車"]);

        Assert.Equal([(3, "a = b"), (4, "é = 車")], Curation.Read("outlets.txt").Select(line => (line.Number, line.Text)));
        Assert.Equal(["# mine", "", " a = b ", "é = 車"], Curation.AllLines("outlets.txt"));
        Assert.Equal([Curation.PathOf("outlets.txt")], Directory.GetFileSystemEntries(Curation.Path));
    }

    [Fact]
    public void A_problem_names_file_and_line()
    {
        Curation.Write("outlets.txt", ["", "nonsense"]);

        Assert.Equal($"{Curation.PathOf("outlets.txt")}, line 2: Why.", Assert.Single(Curation.Read("outlets.txt")).Problem("Why.").ToString());
    }
}
