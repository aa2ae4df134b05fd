using NewsSearch.Cli.Output;
using NewsSearch.Ingest;

namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary>Forms of output that need no process.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData(true, "a \e[1mb & c\e[0m d")]
    [InlineData(false, "a *b & c* d")]
    public void Marks_are_bold_on_a_terminal_and_stars_in_a_pipe(bool isColored, string expected) =>
        Assert.Equal(expected, MarkedText.ForTerminal("a <mark>b &amp; c</mark> d", isColored));

    [Fact]
    public void Text_of_an_article_cannot_steer_the_terminal() =>
        Assert.Equal("a [31mb", MarkedText.ForTerminal("a\e[31mb", isColored: true));

    [Fact]
    public void Progress_says_count_share_rate_and_remaining_time() =>
        Assert.Equal("reading: 1,200 articles, 3 rejected, 600 a second, 2.5 MB/s, 25 %, 00:00:06 left", ProgressDisplay.InWords(new RebuildProgress(RebuildStage.Extract, 5_000_000, 20_000_000, 1200, 3), TimeSpan.FromSeconds(2)));

    [Fact]
    public void Progress_without_a_known_size_promises_no_end() =>
        Assert.Equal("indexing: 10 articles, 5 a second", ProgressDisplay.InWords(new RebuildProgress(RebuildStage.Index, 0, 0, 10, 0), TimeSpan.FromSeconds(2)));

    [Fact]
    public void Lines_of_progress_come_no_faster_than_the_interval()
    {
        using var output = new StringWriter();
        var rare = ProgressDisplay.Lines(output, TimeSpan.FromMinutes(1));

        for (var i = 0; i < 1000; i++) rare.Report(new RebuildProgress(RebuildStage.Learn, i, 1000, i, 0));

        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void A_file_that_cannot_be_finished_is_not_there_and_the_old_one_stays()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("export.jsonl", "old");

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, _ => throw new InvalidOperationException()));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFiles(folder.Path));
    }
}
