namespace NewsSearch.EndToEnd.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("serch putin")]
    [InlineData("search --fcaets putin")]
    [InlineData("search --match some putin")]
    [InlineData("search --sort best putin")]
    [InlineData("search --from yesterday")]
    [InlineData("search --to 2024-02-30")]
    [InlineData("search --from 2024-02-20T10:00")]
    [InlineData("search --size 0")]
    [InlineData("search --size 101")]
    [InlineData("search --size many")]
    [InlineData("search --page 0")]
    [InlineData("show")]
    [InlineData("show one two")]
    [InlineData("add")]
    [InlineData("rebuild")]
    [InlineData("rebuild /no/such/folder")]
    [InlineData("add /no/such/file.txt")]
    [InlineData("add --memory 4 /no/such/file.txt")]
    [InlineData("rebuild --memory much /no/such/file.txt")]
    [InlineData("delete")]
    [InlineData("delete some-id --query words")]
    [InlineData("delete --query ")]
    [InlineData("export --format pdf")]
    [InlineData("serve --index")]
    public void Wrong_usage_is_2_with_a_sentence_and_the_way_to_the_help(string line)
    {
        using var folder = new TemporaryFolder();

        var outcome = NewsSearchProcess.RunIn(folder.Path, line.Length == 0 ? [] : line.Split(' '));

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("--help", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("show one two", "There is no place for 'two': show takes one ID.")]
    [InlineData("stats here", "There is no place for 'here': stats takes options alone.")]
    public void A_word_too_much_is_named(string line, string sentence) =>
        Assert.Equal(sentence, NewsSearchProcess.Run(line.Split(' ')).Errors.Split('\n')[0].TrimEnd('\r'));

    [Theory]
    [InlineData("search putin")]
    [InlineData("show some-id")]
    [InlineData("export")]
    [InlineData("stats")]
    [InlineData("verify")]
    [InlineData("delete some-id")]
    [InlineData("serve --urls http://127.0.0.1:0")]
    public void A_missing_index_is_3_and_the_sentence_says_how_to_make_one(string line)
    {
        using var folder = new TemporaryFolder();

        var outcome = NewsSearchProcess.RunIn(folder.Path, line.Split(' '));

        Assert.Equal((3, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("rebuild", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
