using System.Text.Json;
using NewsSearch.Archive;

namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary><c>add</c>, <c>delete</c>, and what a second writer is told.</summary>
public sealed class ChangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _index;

    public ChangeTests()
    {
        _index = _folder["index"];
        var source = _folder.Write("first.jsonl",
            """
            {"id":"one","title":"Harbour opens","body":"The harbour opened again.","outlet":"The Tide"}
            {"id":"-two","title":"Harbour closes","body":"The harbour closed again.","outlet":"The Tide"}

            """);
        Assert.Equal(0, Run("rebuild", source).ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_added_article_is_found()
    {
        var added = Run("add", _folder.Write("more.jsonl", """{"id":"three","title":"Bridge","body":"A bridge over the harbour."}"""));

        Assert.Equal(0, added.ExitCode);
        Assert.StartsWith("1 article", added.Output, StringComparison.Ordinal);
        Assert.Equal(3, Total("harbour"));
    }

    [Fact]
    public void An_added_article_replaces_the_one_with_its_id()
    {
        Run("add", _folder.Write("again.jsonl", """{"id":"one","title":"Bridge","body":"A bridge."}"""));

        Assert.Equal((1, 1, 2), (Total("harbour"), Total("bridge"), Total("")));
    }

    [Fact]
    public void Add_makes_an_index_where_there_is_none()
    {
        var elsewhere = _folder["new"];

        var added = NewsSearchProcess.Run("add", _folder["first.jsonl"], "--index", elsewhere, "--json");

        Assert.Equal(0, added.ExitCode);
        var summary = JsonDocument.Parse(added.Output).RootElement;
        Assert.Equal(2, summary.GetProperty("articles").GetInt64());
        Assert.Empty(summary.GetProperty("rejected").EnumerateArray());
    }

    [Fact]
    public void Articles_are_deleted_by_id_even_one_that_begins_with_a_hyphen()
    {
        var deleted = Run("delete", "-two", "--json");

        Assert.Equal(0, deleted.ExitCode);
        Assert.Equal("""{"deleted":1,"missing":[]}""", deleted.Output.Trim());
        Assert.Equal(1, Total("harbour"));
        Assert.Equal(1, Run("show", "-two").ExitCode);
    }

    [Fact]
    public void Articles_are_deleted_by_query()
    {
        var deleted = Run("delete", "--query", "opens");

        Assert.Equal((0, "1 article deleted.\n"), (deleted.ExitCode, deleted.Output));
        Assert.Equal(1, Total("harbour"));
    }

    [Fact]
    public void An_id_that_is_not_there_is_named_and_the_others_are_deleted()
    {
        var deleted = Run("delete", "one", "no-such");

        Assert.Equal((1, "1 article deleted.\n"), (deleted.ExitCode, deleted.Output));
        Assert.Contains("'no-such'", deleted.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("rebuild")]
    [InlineData("delete")]
    public void A_second_writer_is_told_who_holds_the_lock(string command)
    {
        using var first = ArticleArchive.OpenWriter(_index, "the night shift, process 4711");

        var second = Run(command, command == "delete" ? "one" : _folder["first.jsonl"]);

        Assert.Equal(3, second.ExitCode);
        Assert.Contains("the night shift, process 4711", second.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Total("harbour"));
    }

    [LinuxFact]
    public void The_index_may_be_named_by_the_environment() =>
        Assert.Contains("2", NewsSearchProcess.RunShell($"NEWSSEARCH_INDEX='{_index}' newssearch search harbour | grep articles").Output, StringComparison.Ordinal);

    private Outcome Run(string command, params string[] arguments) => NewsSearchProcess.Run([command, "--index", _index, .. arguments]);

    private long Total(string query) => JsonDocument.Parse(Run("search", "--json", query).Output).RootElement.GetProperty("total").GetInt64();
}
