using System.Text.Json;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Curation;

/// <summary><c>newssearch entity</c>: what is decided about a name holds at once, at every rebuild, and can be taken back.</summary>
public sealed class EntityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _source;

    public EntityTests()
    {
        string[] articles =
        [
            """{"id":"0","body":"Mira Tallow met Town Hall.","people":[{"name":"Mira Tallow","mentions":[[0,11]]},{"name":"Town Hall","mentions":[[16,25]]}],"places":["Brackwater"]}""",
            """{"id":"1","body":"Myra Tallow spoke.","people":["Myra Tallow"],"organisations":["Town Hall"],"places":["Brackwater"]}""",
            """{"id":"2","body":"She spoke.","people":["She","Myra Tallow","Mira Tallow"]}""",
            """{"id":"3","body":"Nobody spoke.","people":["TOWN HALL"]}""",
        ];
        _source = _folder.Write("articles.jsonl", string.Join('\n', articles));
        Assert.Equal(0, Run("rebuild", _source).ExitCode);
    }

    private string File => Path.Combine(_folder["curation"], "entities.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Merged_names_are_one_at_once_and_at_a_rebuild_until_it_is_undone()
    {
        Assert.Equal([("Mira Tallow", 2), ("Myra Tallow", 2), ("Town Hall", 2), ("She", 1)], Values("person"));

        var merged = Run("entity", "merge", "person", "Myra Tallow", "--into", "Mira Tallow");
        Assert.Equal((0, "person: Myra Tallow is shown as Mira Tallow\n", ""), (merged.ExitCode, merged.Output, merged.Errors));
        Assert.Contains(("Mira Tallow", 3), Values("person"));
        Assert.Equal(0, Run("rebuild", _source).ExitCode);
        Assert.Contains(("Mira Tallow", 3), Values("person"));
        Assert.Equal("person: Myra Tallow is shown as Mira Tallow\n", Run("entity").Output);

        Assert.Equal("person: Myra Tallow is shown as Mira Tallow  undone\n", Run("entity", "undo", "person", "Myra Tallow").Output);
        Assert.Contains(("Myra Tallow", 2), Values("person"));
        Assert.Equal("Nothing was decided about names.\n", Run("entity", "list").Output);
    }

    [Fact]
    public void A_hidden_name_is_shown_nowhere()
    {
        Assert.Equal(0, Run("entity", "hide", "person", "She").ExitCode);

        Assert.DoesNotContain("She", Values("person").Select(value => value.Name));
        Assert.DoesNotContain("She", Names("2", "people"));
    }

    [Fact]
    public void A_renamed_name_may_be_renamed_again_and_merged_under_its_new_form()
    {
        Run("entity", "rename", "place", "Brackwater", "--to", "Brackwater Bay");
        Assert.Equal([("Brackwater Bay", 2)], Values("place"));

        Run("entity", "rename", "place", "Brackwater Bay", "--to", "The Bay");
        Assert.Equal([("The Bay", 2)], Values("place"));
        Assert.Equal(1, Search("--place", "The Bay", "myra").GetProperty("total").GetInt32());

        Run("entity", "undo", "place", "Brackwater", "Brackwater Bay");
        Assert.Equal([("Brackwater", 2)], Values("place"));
    }

    [Fact]
    public void A_name_of_the_wrong_kind_moves_with_all_its_writings_and_back()
    {
        var moved = Run("entity", "retype", "person", "Town Hall", "--to", "org", "--json");

        Assert.Equal(2, JsonDocument.Parse(moved.Output).RootElement.GetProperty("moved").GetInt32());
        Assert.Equal([("Mira Tallow", 2), ("Myra Tallow", 2), ("She", 1)], Values("person"));
        Assert.Equal([("Town Hall", 3)], Values("org"));
        Assert.Equal(["Town Hall"], Names("0", "organisations"));
        Assert.Equal(["Mira Tallow"], Names("0", "people"));

        Assert.Equal(0, Run("rebuild", _source).ExitCode);
        Assert.Equal([("Town Hall", 3)], Values("org"));
        Run("add", _folder.Write("more.jsonl", """{"id":"x","body":"Text.","people":["Town Hall"]}"""));
        Assert.Equal([("Town Hall", 4)], Values("org"));

        Assert.Equal(0, Run("entity", "undo", "person", "Town Hall").ExitCode);
        Assert.Contains(("Town Hall", 3), Values("person"));
        Assert.Equal([("Town Hall", 1)], Values("org"));
    }

    [Fact]
    public void A_file_edited_by_hand_is_applied_on_request_and_its_bad_lines_are_named()
    {
        Directory.CreateDirectory(_folder["curation"]);
        System.IO.File.WriteAllText(File, """{"do":"retype","kind":"person","name":"Town Hall","to":"org"}""" + "\nnonsense\n");

        var applied = Run("entity", "apply");

        Assert.Equal(1, applied.ExitCode);
        Assert.Contains($"{File}, line 2: It is not valid JSON.", applied.Errors, StringComparison.Ordinal);
        Assert.Equal([("Town Hall", 3)], Values("org"));
    }

    [Theory]
    [InlineData(4, "It has: Myra Tallow; Mira Tallow|It has: Mira Tallow; Myra Tallow", "merge", "person", "Mirra Tallow", "--into", "Mira Tallow")]
    [InlineData(4, "shows no person 'Nobody'", "merge", "person", "Mira Tallow", "--into", "Nobody")]
    [InlineData(4, "newssearch entity merge person", "rename", "person", "Myra Tallow", "--to", "Mira Tallow")]
    [InlineData(4, "Nothing was decided", "undo", "person", "Mira Tallow")]
    [InlineData(2, "is no kind of names", "hide", "planet", "Mars")]
    [InlineData(2, "is no kind of names", "retype", "person", "She", "--to", "planet")]
    [InlineData(2, "is that already", "retype", "person", "She", "--to", "person")]
    [InlineData(2, "--into", "merge", "person", "She")]
    [InlineData(2, "NAME is empty.\nSee: newssearch entity hide --help", "hide", "person", " ")]
    [InlineData(2, "NAME is empty.", "undo", "person", "")]
    [InlineData(2, "\"to\" is missing", "rename", "person", "She", "--to", "")]
    [InlineData(2, "is that already", "merge", "person", "Mira Tallow", "She", "--into", "She")]
    [InlineData(2, "a letter or digit", "rename", "person", "She", "--to", "…")]
    [InlineData(2, "no control character", "rename", "person", "She", "--to", "Her\u001b[31m")]
    [InlineData(4, "shows no person 'A [31mB'", "hide", "person", "A\u001b[31mB")]
    public void What_makes_no_sense_is_refused_with_what_to_do_and_changes_nothing(int exitCode, string says, params string[] arguments)
    {
        var outcome = Run("entity", arguments);

        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(says.Split('|'), text => outcome.Errors.Contains(text, StringComparison.Ordinal));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void A_name_of_ten_thousand_letters_is_neither_taken_nor_repeated()
    {
        var name = string.Concat(Enumerable.Repeat("word ", 2_000));

        var (renamed, hidden) = (Run("entity", "rename", "person", "She", "--to", name), Run("entity", "hide", "person", name));

        Assert.Equal((2, 4), (renamed.ExitCode, hidden.ExitCode));
        Assert.InRange(renamed.Errors.Length + hidden.Errors.Length, 1, 1_000);
    }

    [Fact]
    public void A_name_given_twice_is_decided_about_once()
    {
        Assert.Equal("person: She is hidden\n", Run("entity", "hide", "person", "She", "She ").Output);
        Assert.Single(System.IO.File.ReadAllLines(File));
        Assert.Equal("person: She is hidden  undone\n", Run("entity", "undo", "person", "She", "She").Output);
    }

    [Fact]
    public void Merging_two_names_into_each_other_is_refused()
    {
        Run("entity", "merge", "person", "She", "--into", "Mira Tallow");
        Run("entity", "merge", "person", "Mira Tallow", "--into", "Myra Tallow");

        var back = Run("entity", "merge", "person", "Myra Tallow", "--into", "She");

        Assert.Equal(4, back.ExitCode);
        Assert.Equal([("Myra Tallow", 3), ("Town Hall", 2)], Values("person"));
        System.IO.File.AppendAllText(File, """{"do":"merge","kind":"person","name":"Myra Tallow","to":"She"}""" + "\n");
        Assert.Contains("line 3: 'Myra Tallow' and 'She' would be names of each other.", Run("entity", "apply").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_name_may_be_moved_on_but_not_back()
    {
        Run("entity", "retype", "person", "Town Hall", "--to", "org");

        var back = Run("entity", "retype", "org", "Town Hall", "--to", "person");
        Assert.Equal(2, back.ExitCode);
        Assert.Contains("'Town Hall' was moved from person; that must be undone instead.", back.Errors, StringComparison.Ordinal);

        Assert.Equal(0, Run("entity", "retype", "org", "Town Hall", "--to", "place").ExitCode);
        Assert.Equal([("Town Hall", 3), ("Brackwater", 2)], Values("place"));
        Assert.Empty(Values("org"));
        Run("entity", "undo", "org", "Town Hall");
        Assert.Equal([("Town Hall", 3)], Values("org"));
    }

    private Outcome Run(string command, params string[] arguments) => NewsSearchProcess.Run([command, .. arguments, "--index", _folder["index"]]);

    private JsonElement Search(params string[] arguments) => JsonDocument.Parse(Run("search", ["--json", .. arguments]).Output).RootElement;

    private List<(string Name, int Count)> Values(string facet) =>
        [.. Search("--facets").GetProperty("facets").GetProperty(facet).EnumerateArray().Select(value => (value.GetProperty("value").GetString()!, value.GetProperty("count").GetInt32())).Where(value => value.Item1 != "(none)")];

    private List<string> Names(string id, string list) =>
        [.. JsonDocument.Parse(Run("show", id, "--json").Output).RootElement.GetProperty(list).EnumerateArray().Select(entity => entity.GetProperty("name").GetString()!)];
}
