using System.Text.Json;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Curation;

/// <summary><c>newssearch correct</c>: at once, at every rebuild and add, listed, undone.</summary>
public sealed class CorrectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _source;

    public CorrectTests()
    {
        _source = _folder.Write("articles.jsonl",
            """
            {"id":"one","title":"Harbour opens","body":"The harbour opened again.","outlet":"The Tide","published":"2024-02-20","authors":["Ann Lee"]}
            {"id":"two","title":"Harbour closes","body":"The harbour closed again.","outlet":"The Tide"}

            """);
        Assert.Equal(0, Run("rebuild", _source).ExitCode);
    }

    private string File => Path.Combine(_folder["curation"], "corrections.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_correction_holds_at_once_and_after_a_rebuild_and_an_add()
    {
        var corrected = Run("correct", "one", "outlet=The Ebb", "date=2023-05", "authors=Jane Doe; John Roe");

        Assert.Equal((0, ""), (corrected.ExitCode, corrected.Errors));
        Assert.Equal("one  outlet = The Ebb  corrected\none  published = 2023-05  corrected\none  authors = Jane Doe; John Roe  corrected\n", corrected.Output);
        AssertCorrected();
        Assert.Equal(0, Run("rebuild", _source).ExitCode);
        AssertCorrected();
        Assert.Equal(0, Run("add", _source).ExitCode);
        AssertCorrected();

        void AssertCorrected()
        {
            var article = Show("one");
            Assert.Equal(("The Ebb", "correction"), (article.GetProperty("outlet").GetString(), article.GetProperty("outletFrom").GetString()));
            Assert.Equal(("2023-05", "correction"), (article.GetProperty("published").GetString(), article.GetProperty("publishedBy").GetString()));
            Assert.Equal(["Jane Doe", "John Roe"], article.GetProperty("authors").EnumerateArray().Select(author => author.GetString()));
            Assert.Equal((1, 1), (Total("--outlet", "The Ebb"), Total("--author", "John Roe")));
            Assert.Equal((1, 0), (Total("--date", "2023-05"), Total("--date", "2024-02")));
            Assert.Equal(1, Total("--outlet", "The Tide"));
        }
    }

    [Fact]
    public void An_undone_correction_brings_back_what_the_source_says_even_after_a_rebuild()
    {
        Run("correct", "one", "outlet=The Ebb", "published=2023-05");
        Run("rebuild", _source);

        var undone = Run("correct", "--undo", "one", "outlet");

        Assert.Equal((0, "one  outlet = The Ebb  undone\n", ""), (undone.ExitCode, undone.Output, undone.Errors));
        Assert.Equal(("The Tide", "2023-05"), (Show("one").GetProperty("outlet").GetString(), Show("one").GetProperty("published").GetString()));
        Assert.Equal(0, Run("correct", "--undo", "one").ExitCode);
        Assert.Equal(("2024-02-20", "given"), (Show("one").GetProperty("published").GetString(), Show("one").GetProperty("publishedBy").GetString()));
        Assert.False(Show("one").TryGetProperty("overruled", out _));
        Assert.Equal("There are no corrections.\n", Run("correct", "--list").Output);
    }

    [Fact]
    public void Corrections_are_listed_for_people_and_programs()
    {
        Run("correct", "two", "section=");
        Run("correct", "one", "outlet=The Ebb");

        Assert.Matches(@"^one  outlet = The Ebb  \(\d{4}-\d\d-\d\d\)\ntwo  section = \(unknown\)  \(\d{4}-\d\d-\d\d\)\n$", Run("correct", "--list").Output);
        Assert.StartsWith("two  section", Run("correct", "--list", "two").Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(Run("correct", "--list", "--json").Output).RootElement;
        Assert.Equal(["one", "two"], json.GetProperty("corrections").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Empty(json.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public void The_page_and_the_terminal_say_that_a_field_was_corrected()
    {
        Run("correct", "one", "authors=Jane Doe", "title=Harbour opened");

        var shown = Run("show", "one", "--explain").Output;

        Assert.Contains("authors:       Jane Doe  [by: correction; before: Ann Lee]\n", shown, StringComparison.Ordinal);
        Assert.Contains("title:         Harbour opened  [by: correction; before: Harbour opens]\n", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "no field 'body'", "one", "body=x")]
    [InlineData(2, "'soon' is no date", "one", "published=soon")]
    [InlineData(2, "lies in the future", "one", "published=2999")]
    [InlineData(2, "'outlet' is no correction", "one", "outlet")]
    [InlineData(2, "given twice", "one", "outlet=a", "outlet=b")]
    [InlineData(2, "Name the article", "one")]
    [InlineData(2, "not both", "--list", "--undo", "one")]
    [InlineData(2, "no field 'colour'", "--undo", "one", "colour")]
    [InlineData(4, "no article with the id 'three'", "three", "outlet=x")]
    [InlineData(4, "no correction of 'two'", "--undo", "two")]
    public void What_makes_no_sense_changes_nothing(int exitCode, string says, params string[] arguments)
    {
        var outcome = Run("correct", arguments);

        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(says, outcome.Errors, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void A_line_of_the_file_that_makes_no_sense_is_named_by_every_command_that_reads_it()
    {
        Run("correct", "one", "outlet=The Ebb");
        System.IO.File.AppendAllText(File, "what?\n");

        foreach (var outcome in new[] { Run("rebuild", _source), Run("add", _source), Run("correct", "--list"), Run("correct", "two", "section=Port") })
        {
            Assert.Equal(1, outcome.ExitCode);
            Assert.Contains($"{File}, line 2: It is not valid JSON.", outcome.Errors, StringComparison.Ordinal);
        }
        Assert.Equal(3, System.IO.File.ReadAllLines(File).Length);
        Assert.Equal("The Ebb", Show("one").GetProperty("outlet").GetString());
    }

    [Fact]
    public void The_folder_may_be_named_by_an_option()
    {
        Run("correct", "one", "outlet=The Ebb", "--curation", _folder["mine"]);

        Assert.True(System.IO.File.Exists(Path.Combine(_folder["mine"], "corrections.jsonl")));
        Assert.Equal(0, Run("rebuild", _source, "--curation", _folder["mine"]).ExitCode);
        Assert.Equal("The Ebb", Show("one").GetProperty("outlet").GetString());
        Assert.Equal(0, Run("rebuild", _source).ExitCode);
        Assert.Equal("The Tide", Show("one").GetProperty("outlet").GetString());
    }

    private Outcome Run(string command, params string[] arguments) => NewsSearchProcess.Run([command, "--index", _folder["index"], .. arguments]);

    private JsonElement Show(string id) => JsonDocument.Parse(Run("show", id, "--json").Output).RootElement;

    private long Total(params string[] arguments) => JsonDocument.Parse(Run("search", ["--json", .. arguments]).Output).RootElement.GetProperty("total").GetInt64();
}
