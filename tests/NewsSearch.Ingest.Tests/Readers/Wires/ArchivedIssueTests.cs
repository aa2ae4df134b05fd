using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers.Wires;

/// <summary>Newspaper issues inside archives: they come out as from a folder on disk.</summary>
public sealed class ArchivedIssueTests : IDisposable
{
    private static readonly string[] Names = ["mets.xml", "page1.xml", "alto/page2.xml"];
    private readonly ReaderRun _run = new();

    [Theory]
    [InlineData("")]
    [InlineData("1911/12/21/")]
    [InlineData("./")]
    public void An_issue_in_an_archive_gives_the_articles_of_one_on_disk_whatever_comes_first(string folder)
    {
        var (expected, _) = WireSampleTests.Read(Path.Combine(WireSampleTests.Samples, "issue", "mets.xml"));
        var files = Files(folder);

        var forwards = _run.Read("a.zip", Zip(files));
        var backwards = _run.Read("a.tar.gz", Gzip(Tar([.. files.Reverse()])));
        var nested = _run.Read("b.tar", Tar(("in.zip", Zip(files))));

        foreach (var found in new[] { forwards, backwards, nested }) Assert.Equivalent(expected.Select(article => article.Given), found.Select(article => article.Given), strict: true);
        Assert.Equal($"b.tar!/in.zip!/{folder}mets.xml#1", nested[0].Source);
        Assert.All(forwards.Concat(backwards), article => Assert.Equal("METS", article.Format));
        Assert.Equal([("ALTO page, read with its issue", 6L), ("advertisement in a newspaper issue", 3L)], _run.Skipped);
    }

    [Fact]
    public void Issues_side_by_side_do_not_mix_and_a_page_of_none_is_read_alone()
    {
        var alone = File.ReadAllBytes(Path.Combine(WireSampleTests.Samples, "alto-alone.xml"));

        var articles = _run.Read("a.zip", Zip([.. Files("a/"), ("page1.xml", alone), .. Files("b/")]));

        Assert.Equal(["a.zip!/a/mets.xml#1", "a.zip!/a/mets.xml#2", "a.zip!/page1.xml", "a.zip!/b/mets.xml#1", "a.zip!/b/mets.xml#2"], articles.Select(article => article.Source));
        Assert.Equal("One page.\n\nTwo blocks.", articles[2].Given.Body);
    }

    [Fact]
    public void Of_an_archive_that_breaks_off_the_issues_before_the_break_are_read()
    {
        var tar = Tar([.. Files("a/"), ("b.txt", new byte[5000])]);

        var articles = _run.Read("a.tar", tar[..^4000]);

        Assert.Equal(["a.tar!/a/mets.xml#1", "a.tar!/a/mets.xml#2"], articles.Select(article => article.Source));
        Assert.Contains(_run.Rejected, rejection => rejection.Reason.Contains("ends", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_is_not_in_the_archive_is_rejected_with_its_issue()
    {
        var articles = _run.Read("a.zip", Zip(Files("a/")[..2]));

        Assert.NotEmpty(articles);
        Assert.Contains(_run.Rejected, rejection => rejection == ("a.zip!/a/mets.xml", "", "The page alto/page2.xml of this issue is not in its folder, or cannot be read there."));
    }

    [Fact]
    public void Damage_gives_articles_or_rejections()
    {
        var random = new Random(71);
        foreach (var sample in new[] { Zip(Files("a/")), Tar(Files("a/")), Gzip(Tar(Files("a/"))) })
        {
            for (var round = 0; round < 60; round++)
            {
                var before = (_run.Rejections.Count, _run.Skipped.Sum(kind => kind.Count));

                var articles = _run.Read("a", FuzzTests.Damaged(random, sample));

                Assert.True(articles.Count > 0 || (_run.Rejections.Count, _run.Skipped.Sum(kind => kind.Count)) != before, $"Round {round} gave nothing at all.");
            }
        }
    }

    public void Dispose() => _run.Dispose();

    private static (string Name, byte[] Content)[] Files(string folder) =>
        [.. Names.Select(name => (folder + name, File.ReadAllBytes(Path.Combine(WireSampleTests.Samples, "issue", name.Replace('/', Path.DirectorySeparatorChar)))))];
}
