using System.Text.Json;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Bench;

/// <summary>The whole comparison on a small corpus; the peer is our own engine, so that the answers are known to agree.</summary>
public sealed class CompareTests : IDisposable
{
    private static readonly string Tool = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "newssearch-bench.dll")}'";
    private static readonly string[] Words = ["tide", "ebb", "harbour", "mole", "quay", "pier", "buoy", "wreck", "lamp", "rope"];
    private static readonly string[] People = ["Ann Quay", "Bob Mole"];
    private readonly TemporaryFolder _folder = new();

    public CompareTests()
    {
        var random = new Random(20);
        _folder.Write("docs.jsonl", string.Concat(Enumerable.Range(0, 60).Select(i => Document(random, i) + "\n")));
        _folder.Write("queries.tsv", "term\ttide\nand2\ttide ebb\nor3\ttide ebb quay\nphrase2\ttide ebb\nprefix\tha\nfacet\tterm:mole\nfilter\tterm:tide\tThe Tide\t2024-02\n");
    }

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void Our_own_engine_as_the_peer_gives_equal_answers_and_a_full_table()
    {
        var outcome = Compare($"--peer \"{Tool} peer\" --name twin");

        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        Assert.Contains("60 documents, 7 queries, medians of 1 round(s). 7 of 7 answers of newssearch equal those of twin.", outcome.Output, StringComparison.Ordinal);
        var rows = outcome.Output.Split('\n').TakeWhile(line => line.Length > 0).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(["measure", "newssearch", "twin", "twin / newssearch"], rows[0].Select(cell => cell.Trim()));
        Assert.All(rows, row => Assert.Equal(4, row.Length));
        Assert.DoesNotContain(rows, row => row[1].Trim() == "-" && row[0] != "geometric mean of the types");
    }

    [LinuxFact]
    public void Markdown_names_the_command_so_that_a_shell_reads_it_back()
    {
        var outcome = Compare($"--peer \"{Tool} peer\" --markdown");

        Assert.StartsWith("| measure | newssearch | peer | peer / newssearch |\n| --- |", outcome.Output, StringComparison.Ordinal);
        var command = outcome.Output.TrimEnd().Split('\n')[^1].Trim();
        Assert.StartsWith("newssearch-bench compare --docs ", command, StringComparison.Ordinal);
        Assert.Equal(NewsSearchProcess.RunShell($"printf '%s\\n' \"{Tool} peer\"").Output, NewsSearchProcess.RunShell($"newssearch-bench() {{ printf '%s\\n' \"${{@:9:1}}\"; }}; {command}").Output);
    }

    [LinuxFact]
    public void A_wrong_answer_is_shown_and_ends_with_code_4_but_the_table_is_printed()
    {
        _folder.Write("right.tsv", "term\u0001tide\t61\t0:1\n");

        var outcome = Compare($"--peer \"{Tool} peer\" --expected '{_folder["right.tsv"]}'");

        Assert.Equal(4, outcome.ExitCode);
        Assert.Contains("expected 61\t0\n", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("0 of 1 answers of newssearch equal the expected ones, 0 of peer.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("index size, MB", outcome.Output, StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData("no-such-program", "peer cannot be started: ")]
    [InlineData("false", "peer ended with code 1: false index ")]
    [InlineData("ls /no-such-folder", "  ls: ")]
    [InlineData("true", "peer printed no line 'INDEX<TAB>…', which the peer protocol asks for. It printed nothing.")]
    [InlineData("echo", "It printed first: index ")]
    [InlineData("", "--peer names no program.")]
    public void A_peer_that_is_missing_fails_or_talks_nonsense_is_named(string peer, string message)
    {
        var outcome = Compare($"--peer '{peer}'");

        Assert.Equal(74, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [LinuxFact]
    public void An_interruption_ends_the_peer_too()
    {
        var outcome = Compare("--peer \"sh -c 'kill -TERM \\$PPID; exec sleep 600'\"");

        Assert.Equal((130, ""), (outcome.ExitCode, outcome.Output));
        Assert.EndsWith("Interrupted.\n", outcome.Errors, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_folder_with_other_things_in_it_is_left_alone()
    {
        Directory.CreateDirectory(_folder["work/peer"]);
        _folder.Write("work/peer/index", "");
        _folder.Write("work/letter.txt", "keep me");

        var outcome = Compare("--peer true");

        Assert.Equal(74, outcome.ExitCode);
        Assert.Contains("holds 'letter.txt', which no comparison wrote", outcome.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["work/peer/index"]));
    }

    [LinuxFact]
    public void Answers_of_a_query_run_are_checked_against_expected_ones()
    {
        var build = $"{Tool} peer index '{_folder["docs.jsonl"]}' '{_folder["ix"]}' && WARM=0 {Tool} peer query '{_folder["ix"]}' '{_folder["queries.tsv"]}' '{_folder["out"]}' 0";

        var outcome = NewsSearchProcess.RunShell($"{build} >/dev/null && {Tool} peer check '{_folder["out.counts.tsv"]}' '{_folder["out.counts.tsv"]}'");

        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith("7 of 7 answers equal the expected ones\n", outcome.Output, StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData("", "'newssearch-bench --help'")]
    [InlineData("peer index", "'newssearch-bench peer index --help'")]
    [InlineData("compare --docs a --queries b --dir c --peer d --rounds 0", "--rounds is at least 1.")]
    [InlineData("compare --docs a --queries b --dir c --peer d --seconds -1", "--seconds is not negative.")]
    public void Wrong_usage_ends_with_code_2_and_says_where_help_is(string arguments, string message)
    {
        var outcome = NewsSearchProcess.RunShell($"{Tool} {arguments}");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }

    private Outcome Compare(string options) =>
        NewsSearchProcess.RunShell($"{Tool} compare --docs '{_folder["docs.jsonl"]}' --queries '{_folder["queries.tsv"]}' --dir '{_folder["work"]}' {options} --rounds 1 --seconds 0 --warm 0");

    private static string Document(Random random, int number) => JsonSerializer.Serialize(new
    {
        id = $"d{number}",
        title = Text(random, 4),
        body = Text(random, random.Next(200, 400)),
        date = $"2024-{random.Next(1, 4):00}-15",
        outlet = random.Next(2) == 0 ? "The Tide" : "The Ebb",
        people = People[..random.Next(3)],
    });

    private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
