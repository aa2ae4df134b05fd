namespace NewsSearch.EndToEnd.Tests.Cli;

public sealed class RepeatedIdTests
{
    [Fact]
    public void An_id_that_two_articles_have_is_reported_and_both_are_kept()
    {
        using var folder = new TemporaryFolder();
        var source = folder.Write("two.jsonl", "{\"id\":\"a\",\"body\":\"The harbour opened.\"}\n{\"id\":\"a\",\"body\":\"The harbour closed.\"}\n{\"id\":\"a\",\"body\":\"The harbour closed.\"}\n");

        var rebuild = NewsSearchProcess.Run("rebuild", source, "--index", folder["index"]);

        Assert.Equal(0, rebuild.ExitCode);
        Assert.Contains("another article has the id 'a' too", rebuild.Errors, StringComparison.Ordinal);
        Assert.Contains("came before and is counted once", rebuild.Errors, StringComparison.Ordinal);
        Assert.Contains("2 articles", NewsSearchProcess.Run("search", "harbour", "--index", folder["index"]).Output, StringComparison.Ordinal);
    }
}
