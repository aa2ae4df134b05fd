using System.CommandLine;
using NewsSearch.Bench.Comparing;
using NewsSearch.Bench.Peer;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench peer</c>: our engine speaks the peer protocol (docs/benchmarks.md), and its answers are checked.</summary>
internal static class PeerCommand
{
    private const double DefaultSeconds = 1.5;

    public static Command Create() => new("peer", "Does the work of the peer protocol with our engine.") { Index(), Query(), Check() };

    private static Command Index()
    {
        var docs = new Argument<string>("DOCS.jsonl") { Description = "The documents, one JSON object per line." };
        var directory = new Argument<string>("DIR") { Description = "The folder of the index." };
        var threads = new Argument<int>("THREADS") { Description = "How many threads invert and merge.", DefaultValueFactory = _ => 1 };
        var command = new Command("index", "Builds an index, merged to one segment, and prints how long it took.") { docs, directory, threads };
        command.SetAction(parse =>
        {
            PeerIndex.Build(parse.GetRequiredValue(docs), parse.GetRequiredValue(directory), parse.GetValue(threads));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Query()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the index." };
        var queries = new Argument<string>("QUERIES.tsv") { Description = "The queries, 'type<TAB>text' per line." };
        var output = new Argument<string>("OUT") { Description = "The answers are written to OUT.counts.tsv." };
        var seconds = new Argument<double>("SECONDS") { Description = "How long each type is measured.", DefaultValueFactory = _ => DefaultSeconds };
        var command = new Command("query", "Answers queries and prints how long they took, per type and number of threads. The environment variable WARM holds the seconds of warm-up before (25 without it).") { directory, queries, output, seconds };
        command.SetAction(parse =>
        {
            PeerQueries.Run(parse.GetRequiredValue(directory), parse.GetRequiredValue(queries), parse.GetRequiredValue(output), parse.GetValue(seconds));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check()
    {
        var counts = new Argument<string>("OUT.counts.tsv") { Description = "The answers to check." };
        var expected = new Argument<string>("EXPECTED.tsv[.gz]") { Description = "The right answers." };
        var command = new Command("check", "Compares totals, facets and the ordered top ten of every query; scores are not compared. Exit code 4 where an answer differs.") { counts, expected };
        command.SetAction(parse =>
        {
            var check = AnswerCheck.Of(Answers.Read(parse.GetRequiredValue(counts)), Answers.Read(parse.GetRequiredValue(expected)));
            foreach (var line in check.Lines()) Console.WriteLine(line);
            return check.AllEqual ? ExitCode.Done : ExitCode.WrongAnswers;
        });
        return command;
    }
}
