using System.CommandLine;
using NewsSearch.Bench.Comparing;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench compare</c>: our engine and a peer do the same work in turn; one table of ratios, and whether the answers are right.</summary>
internal sealed class CompareCommand
{
    public const string Name = "compare";

    private readonly Option<string> _docs = new("--docs") { Description = "The documents, one JSON object per line.", HelpName = "DOCS.jsonl", Required = true };
    private readonly Option<string> _queries = new("--queries") { Description = "The queries, 'type<TAB>text' per line.", HelpName = "QUERIES.tsv", Required = true };
    private readonly Option<string?> _expected = new("--expected") { Description = "The right answers; without them ours are compared with the peer's.", HelpName = "EXPECTED.tsv[.gz]" };
    private readonly Option<string> _directory = new("--dir") { Description = "A folder for both indexes: new, empty, or left by an earlier comparison.", HelpName = "DIR", Required = true };
    private readonly Option<string> _peer = new("--peer") { Description = "A program that speaks the peer protocol, with its first arguments: 'java -cp lucene.jar:. Bench'. It is run without a shell.", HelpName = "COMMAND", Required = true };
    private readonly Option<string> _name = new("--name") { Description = "What the table calls the peer.", HelpName = "NAME", DefaultValueFactory = _ => "peer" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "How often both do everything; the table shows medians.", HelpName = "N", DefaultValueFactory = _ => 3 };
    private readonly Option<double> _seconds = new("--seconds") { Description = "How long each type of query is measured.", HelpName = "S", DefaultValueFactory = _ => 1.5 };
    private readonly Option<double> _warm = new("--warm") { Description = "Seconds of warm-up before queries are measured, in both.", HelpName = "S", DefaultValueFactory = _ => 25 };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Print the table in Markdown, with the command that made it." };

    private CompareCommand()
    {
        _rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--rounds is at least 1.");
        });
        foreach (var duration in new[] { _seconds, _warm })
        {
            duration.Validators.Add(result =>
            {
                if (!(result.GetValueOrDefault<double>() >= 0)) result.AddError($"{duration.Name} is not negative.");
            });
        }
    }

    public static Command Create()
    {
        var options = new CompareCommand();
        var command = new Command(Name, "Runs our engine and a peer in turn over the same documents and queries, checks our answers, and prints how many times as much the peer needs. Exit code 4 where an answer is wrong. Linux only.")
        {
            options._docs, options._queries, options._expected, options._directory, options._peer, options._name, options._rounds, options._seconds, options._warm, options._markdown,
        };
        command.SetAction(options.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken stopped)
    {
        if (!OperatingSystem.IsLinux()) throw new BenchException("compare reads CPU and memory as Linux tells them; it does not run elsewhere.");
        var (docs, queries, expected) = (parse.GetRequiredValue(_docs), parse.GetRequiredValue(_queries), parse.GetValue(_expected));
        foreach (var file in (string?[])[docs, queries, expected])
        {
            if (file is not null && !File.Exists(file)) throw new BenchException($"There is no file '{file}'.");
        }

        var right = expected is null ? null : Answers.Read(expected);
        var directory = Path.GetFullPath(parse.GetRequiredValue(_directory));
        var ours = Contestant.Ours(Path.Combine(directory, "newssearch"));
        var peer = Contestant.Peer(parse.GetRequiredValue(_name), parse.GetRequiredValue(_peer), Path.Combine(directory, "peer"));
        Prepare(directory, [ours, peer]);
        var comparison = new Comparison(ours, peer, new ComparisonPlan(docs, queries, parse.GetValue(_rounds), parse.GetValue(_seconds), parse.GetValue(_warm)), Console.Error.WriteLine);
        var rows = ComparisonTable.Of(await comparison.RunAsync(stopped).ConfigureAwait(false));

        var answers = Answers.Read(ours.Answers);
        var peerAnswers = Answers.Read(peer.Answers);
        var check = AnswerCheck.Of(answers, right ?? peerAnswers);
        foreach (var line in check.AllEqual ? [] : check.Lines()) Console.Error.WriteLine(line);
        FormattableString verdict = $"{comparison.Docs:N0} documents, {answers.Count:N0} queries, medians of {parse.GetValue(_rounds)} round(s). {check.EqualCount} of {check.QueryCount} answers of newssearch equal {(right is null ? "those of " + peer.Name : "the expected ones")}{(right is null ? "" : $", {AnswerCheck.Of(peerAnswers, right).EqualCount} of {peer.Name}")}.";
        Console.Write(parse.GetValue(_markdown) ? TableText.Markdown(rows, peer.Name) : TableText.Plain(rows, peer.Name));
        Console.WriteLine("\n" + FormattableString.Invariant(verdict));
        if (parse.GetValue(_markdown)) Console.WriteLine($"Made by\n\n    newssearch-bench {string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(Quoted))}");
        return check.AllEqual ? ExitCode.Done : ExitCode.WrongAnswers;
    }

    /// <summary>Index folders are deleted without asking, so only those of a former comparison may be there.</summary>
    private static void Prepare(string directory, Contestant[] engines)
    {
        Directory.CreateDirectory(directory);
        var foreign = Directory.EnumerateFileSystemEntries(directory).Except(engines.SelectMany(engine => new[] { engine.Directory, engine.Answers }), StringComparer.Ordinal).FirstOrDefault();
        if (foreign is not null) throw new BenchException($"The folder '{directory}' holds '{Path.GetFileName(foreign)}', which no comparison wrote. Give an empty folder.");
    }

    /// <summary>As a shell reads it back.</summary>
    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=,+@".Contains(letter)) ? word : "'" + word.Replace("'", @"'\''", StringComparison.Ordinal) + "'";
}
