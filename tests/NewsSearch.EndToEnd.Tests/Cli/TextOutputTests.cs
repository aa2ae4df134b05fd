namespace NewsSearch.EndToEnd.Tests.Cli;

[Collection(SampleIndexUsers.Name)]
public sealed class TextOutputTests(SampleIndex samples)
{
    [Fact]
    public void Hits_are_numbered_with_outlet_date_id_and_starred_passages()
    {
        var outcome = samples.Run("search", "\"luxury goods\"", "--outlet", "PatriotWise.com");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("1 article\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n1. Vladimir Putin Gifts", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"PatriotWise.com · 2024 · {samples.IdOf("001")}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("*luxury goods*", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("person:\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_is_explained_when_asked_for()
    {
        var outcome = samples.Run("search", "Aurus limousine", "--explain");

        Assert.Contains("  “Aurus” ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("4 articles have it\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  the words stand near each other\n", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("articles have it", samples.Run("search", "Aurus limousine").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_an_explained_score_are_the_score()
    {
        var hits = samples.Search("Aurus limousine gift*", "--match", "any", "--explain").GetProperty("hits").EnumerateArray().ToList();

        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Equal(
            hit.GetProperty("score").GetDouble(),
            hit.GetProperty("explanation").GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("score").GetDouble()),
            precision: 5));
    }

    [Fact]
    public void Facets_are_listed_when_asked_for()
    {
        var outcome = samples.Run("search", "putin", "--facets");

        Assert.Contains("\nperson:\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  4  Kim Jong Un\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  3  (none)\n", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "putin", "--facets")]
    [InlineData("stats")]
    [InlineData("verify")]
    [InlineData("export")]
    public void Piped_output_has_no_terminal_codes(string command, params string[] arguments)
    {
        var outcome = samples.Run(command, arguments);

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain('\e', outcome.Output + outcome.Errors);
    }

    [Fact]
    public void Progress_that_is_piped_has_no_terminal_codes_and_the_summary_comes_last()
    {
        Assert.DoesNotContain('\e', samples.Built.Output + samples.Built.Errors);
        Assert.StartsWith("4 articles", samples.Built.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_headline_is_marked() =>
        Assert.Contains("[no headline: beginning of the text]", samples.Run("search", "\"Maria Zakharova\"").Output, StringComparison.Ordinal);

    [Fact]
    public void Show_explains_each_field_and_what_cleaning_removed()
    {
        var plain = samples.Run("show", samples.IdOf("001"));
        var explained = samples.Run("show", samples.IdOf("001"), "--explain");

        Assert.Contains("outlet:        PatriotWise.com\n", plain.Output, StringComparison.Ordinal);
        Assert.Contains("removed by cleaning", plain.Output, StringComparison.Ordinal);
        Assert.Matches(@"outlet: +PatriotWise\.com  \[by: \S.*\]\n", explained.Output);
        Assert.Matches(@"\[removed at \d+; rule: \S.*\]\n", explained.Output);
    }

    [Fact]
    public void An_unknown_id_is_1_with_a_sentence()
    {
        var outcome = samples.Run("show", "no-such-article");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("'no-such-article'", outcome.Errors, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_reader_who_leaves_early_ends_the_export_quietly()
    {
        var outcome = NewsSearchProcess.RunShell($"newssearch export --index '{samples.Index}' | true; exit ${{PIPESTATUS[0]}}");

        Assert.Equal(new Outcome(0, "", ""), outcome);
    }

    [LinuxFact]
    public void Output_into_a_file_that_grows_is_appended()
    {
        using var folder = new TemporaryFolder();

        var outcome = NewsSearchProcess.RunShell($"{{ newssearch stats --json --index '{samples.Index}'; newssearch stats --json --index '{samples.Index}'; }} > '{folder["two"]}'");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(2, File.ReadAllLines(folder["two"]).Length);
    }

    [LinuxFact]
    public void A_full_disk_is_told()
    {
        var outcome = NewsSearchProcess.RunShell($"newssearch export --index '{samples.Index}' > /dev/full");

        Assert.Equal(74, outcome.ExitCode);
        Assert.Contains("space", outcome.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"putin")]
    [InlineData("putin) OR (")]
    [InlineData("putin AND")]
    [InlineData("\u0001\u0002")]
    public void A_hostile_query_is_answered_with_a_note(string query)
    {
        var outcome = samples.Run("search", query);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("\nNote: ", outcome.Output, StringComparison.Ordinal);
    }
}
