using System.Text.Json;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Rules;

/// <summary><c>rules</c>: what an archive's boilerplate is, and how to keep a rule from removing it; and what a run says that rejected or joined something.</summary>
public sealed class RulesTests : IDisposable
{
    private const string Notice = "Subscribe to The Tide!";
    private readonly TemporaryFolder _folder = new();
    private readonly string _source;

    public RulesTests()
    {
        var lines = Enumerable.Range(1, 8).Select(number =>
            $$"""{"url":"https://example.org/{{number}}","title":"Report {{(char)('A' + number)}}aa","body":"Street {{number}} is new.\n\n{{Notice}}\n\n{{number}} Shares\n\nStreet {{number}} is wide.","outlet":"The Tide","date":"2024-02-0{{number}}"}""");
        _source = _folder.Write("first.jsonl", string.Join('\n', lines));
        Assert.Equal(0, Run("rebuild", _source).ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rules_are_listed_built_in_and_learned_with_outlet_text_and_count()
    {
        var rules = Json("rules", "--json");

        var learned = Assert.Single(rules.GetProperty("learned").EnumerateArray());
        Assert.Equal(("The Tide", Notice, 8, "2024-02", true), (
            learned.GetProperty("outlet").GetString(), learned.GetProperty("text").GetString(), learned.GetProperty("articles").GetInt32(),
            learned.GetProperty("since").GetString(), learned.GetProperty("on").GetBoolean()));
        Assert.Contains("comment-form", rules.GetProperty("builtIn").EnumerateArray().Select(rule => rule.GetProperty("rule").GetString()));
        var text = Run("rules").Output;
        Assert.Contains("learned, The Tide:", text, StringComparison.Ordinal);
        Assert.Contains($"8 articles since 2024-02: {Notice}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_is_switched_off_stays_off_at_every_rebuild_and_add()
    {
        var rule = Json("rules", "--json").GetProperty("learned")[0].GetProperty("rule").GetString()!;
        Assert.Equal(0, Total("Subscribe"));

        Assert.Contains("is off", Run("rules", "off", rule).Output, StringComparison.Ordinal);
        Assert.Contains("was off already", Run("rules", "off", rule).Output, StringComparison.Ordinal);
        Run("rules", "off", "counter");
        var added = Run("add", _folder.Write("more.jsonl", $$"""{"id":"nine","body":"Street 9 is new.\n\n{{Notice}}","outlet":"The Tide"}"""));

        Assert.Equal(0, added.ExitCode);
        Assert.Equal(1, Total("Subscribe"));
        Run("rebuild", _source);
        Run("rebuild", _source);
        Assert.Equal((8, 8), (Total("Subscribe"), Total("Shares")));
        Assert.Contains($"off {rule}", Run("rules").Output, StringComparison.Ordinal);

        Assert.Contains("is on", Run("rules", "on", rule).Output, StringComparison.Ordinal);
        Run("rebuild", _source);
        Assert.Equal((0, 8), (Total("Subscribe"), Total("Shares")));
    }

    [Fact]
    public void A_rule_that_does_not_exist_is_named()
    {
        var outcome = Run("rules", "off", "learned:ffffffffff");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("There is no rule 'learned:ffffffffff'", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_learned_rule_removed_is_explained()
    {
        var article = Run("search", "\"Street 3\"", "--json").Output;
        var id = JsonDocument.Parse(article).RootElement.GetProperty("hits")[0].GetProperty("id").GetString()!;

        var shown = Run("show", id, "--explain").Output;

        Assert.Matches(@"\[removed at 18; rule: learned:[0-9a-f]{10}\]\nSubscribe to The Tide!", shown);
    }

    [Fact]
    public void The_summary_tells_outlets_years_boilerplate_and_what_came_again_and_the_rejections_are_in_a_file()
    {
        var more = _folder.Write("more.jsonl", """
            {"url":"http://m.example.org/1?utm_source=x","title":"Report Baa","body":"Street 1 was new.","outlet":"The Tide","date":"2024-03-01"}
            nonsense
            """);

        var rebuild = Run("rebuild", _source, more);

        Assert.Equal(1, rebuild.ExitCode);
        Assert.StartsWith("8 articles indexed, 1 rejected", rebuild.Output, StringComparison.Ordinal);
        Assert.Contains("came again: 1 as a newer version, which replaced the older\n", rebuild.Output, StringComparison.Ordinal);
        Assert.Contains("boilerplate: 7 paragraphs removed by 1 learned rule;", rebuild.Output, StringComparison.Ordinal);
        Assert.Contains("outlets: The Tide 8\nyears: 2024 8\n", rebuild.Output, StringComparison.Ordinal);
        var file = Path.Combine(_folder["index"], "rejected.jsonl");
        Assert.Contains(file, rebuild.Errors, StringComparison.Ordinal);
        var rejected = JsonDocument.Parse(Assert.Single(File.ReadAllLines(file))).RootElement;
        Assert.Equal((more, "line 2"), (rejected.GetProperty("source").GetString(), rejected.GetProperty("place").GetString()));
        Assert.NotEmpty(rejected.GetProperty("reason").GetString()!);

        Assert.Equal(0, Run("rebuild", _source).ExitCode);
        Assert.False(File.Exists(file));
    }

    private Outcome Run(string command, params string[] arguments) => NewsSearchProcess.Run([command, .. arguments, "--index", _folder["index"]]);

    private JsonElement Json(string command, params string[] arguments) => JsonDocument.Parse(Run(command, arguments).Output).RootElement;

    private long Total(string query) => Json("search", query, "--json").GetProperty("total").GetInt64();
}
