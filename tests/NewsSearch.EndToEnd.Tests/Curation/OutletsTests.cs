using System.Text.Json;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Curation;

/// <summary><c>newssearch outlets</c>: many names, one outlet; aliases hold at once and can be taken back.</summary>
public sealed class OutletsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _source;

    public OutletsTests()
    {
        string[] outlets = ["CNN (Web News)", "CNN.com", "CNN", "New York Times - News", "New York Times - Opinion", "The Tide", "The Tide (Online)", "the tide", "Ebb Weekly"];
        _source = _folder.Write("articles.jsonl", string.Concat(outlets.Select((outlet, i) => $$"""{"id":"{{i}}","body":"Text {{i}}.","outlet":"{{outlet}}"}{{"\n"}}""")));
        Assert.Equal(0, Run("rebuild", _source).ExitCode);
    }

    private string File => Path.Combine(_folder["curation"], "outlets.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_outlet_under_many_names_is_one()
    {
        Assert.Equal([("CNN", 3), ("The Tide", 3), ("The New York Times", 2), ("Ebb Weekly", 1)], Outlets());
        Assert.Equal("Opinion", Show("4").GetProperty("section").GetString());
        Assert.Equal("given: CNN (Web News)", Show("0").GetProperty("outletFrom").GetString());
        Assert.Contains("        3  The Tide  (also the tide)\n", Run("outlets").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_holds_at_once_and_at_a_rebuild_and_is_taken_back_at_once()
    {
        var aliased = Run("outlets", "--alias", "Ebb Weekly = The Tide", "--json");

        Assert.Equal((0, ""), (aliased.ExitCode, aliased.Errors));
        Assert.Equal([("The Tide", 4), ("CNN", 3), ("The New York Times", 2)], Outlets());
        Assert.Equal("shown for Ebb Weekly, by given", Show("8").GetProperty("outletFrom").GetString());
        Assert.Equal(0, Run("rebuild", _source).ExitCode);
        Assert.Equal(4, Outlets()[0].Count);
        Assert.Equal(0, Run("outlets", "--unalias", "Ebb Weekly").ExitCode);
        Assert.Equal(("Ebb Weekly", 1), Outlets()[^1]);
        Assert.Equal("Ebb Weekly", Show("8").GetProperty("outlet").GetString());
    }

    [Fact]
    public void A_chosen_name_beats_the_most_frequent_writing()
    {
        Run("outlets", "--alias", "The Tide = the tide");

        Assert.Contains(("the tide", 3), Outlets());
        Run("add", _folder.Write("more.jsonl", """{"id":"x","body":"Text.","outlet":"The Tide"}"""));
        Assert.Contains(("the tide", 4), Outlets());
    }

    [Fact]
    public void A_file_edited_by_hand_is_applied_on_request_and_its_bad_lines_are_named()
    {
        Directory.CreateDirectory(_folder["curation"]);
        System.IO.File.WriteAllText(File, "Ebb Weekly = The Tide\nnonsense\nNowhere = The Tide\n");

        var listed = Run("outlets");
        Assert.Equal(1, listed.ExitCode);
        Assert.Contains($"{File}, line 2: 'nonsense' is no alias", listed.Errors, StringComparison.Ordinal);
        Assert.Contains("was edited since", listed.Errors, StringComparison.Ordinal);
        Assert.Contains("'Nowhere'", listed.Errors, StringComparison.Ordinal);
        Assert.Contains(("Ebb Weekly", 1), Outlets());

        Assert.DoesNotContain("was edited since", Run("outlets", "--apply").Errors, StringComparison.Ordinal);
        Assert.Contains(("The Tide", 4), Outlets());
        Assert.Equal(1, Run("rebuild", _source).ExitCode);
    }

    [Fact]
    public async Task A_file_edited_while_the_site_runs_is_applied()
    {
        using var site = NewsSearchProcess.Start(_folder.Path, "serve", "--index", _folder["index"], "--urls", "http://127.0.0.1:0");
        var address = site.WaitForOutput(output => output.Contains(" in a browser", StringComparison.Ordinal)).Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
        using var browser = new HttpClient();
        Directory.CreateDirectory(_folder["curation"]);

        System.IO.File.WriteAllText(File, "Ebb Weekly = The Tide\n");

        var found = "";
        for (var tries = 0; tries < 300 && !found.Contains("\"The Tide\",\"count\":4", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100);
            found = await browser.GetStringAsync(new Uri(address + "/search.json"));
        }
        Assert.Contains("\"The Tide\",\"count\":4", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--alias", "nonsense", "is no alias")]
    [InlineData("--alias", "= x", "lacks a name")]
    [InlineData("--unalias", "The Tide", "there is no alias 'The Tide'")]
    public void An_alias_that_makes_no_sense_is_wrong_usage(string option, string value, string says)
    {
        var outcome = Run("outlets", option, value);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(says, outcome.Errors, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    private Outcome Run(string command, params string[] arguments) => NewsSearchProcess.Run([command, "--index", _folder["index"], .. arguments]);

    private JsonElement Show(string id) => JsonDocument.Parse(Run("show", id, "--json").Output).RootElement;

    private List<(string Name, int Count)> Outlets() =>
        [.. JsonDocument.Parse(Run("outlets", "--json").Output).RootElement.GetProperty("outlets").EnumerateArray().Select(outlet => (outlet.GetProperty("value").GetString()!, outlet.GetProperty("count").GetInt32()))];
}
