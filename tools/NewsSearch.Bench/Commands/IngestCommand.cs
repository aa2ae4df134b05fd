using System.CommandLine;
using NewsSearch.Bench.Ingesting;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench ingest</c>: how fast sources become articles and an index.</summary>
internal static class IngestCommand
{
    public const string Name = "ingest";

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the data sets." };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of which the median counts.", DefaultValueFactory = _ => 3 };
        var fingerprints = new Option<string[]>("--fingerprint") { Description = "Prints only a hash of the articles of this file or folder; may repeat.", HelpName = "SOURCE" };
        var command = new Command(Name, "Measures how fast text, JSON Lines and HTML become articles, and a whole rebuild, without the search for names. Exit code 4 where a figure misses its bound.") { directory, rounds, fingerprints };
        command.SetAction((parse, stopped) =>
        {
            var measure = new IngestMeasure(parse.GetRequiredValue(directory), Math.Max(1, parse.GetValue(rounds)));
            if (parse.GetValue(fingerprints) is { Length: > 0 } sources)
            {
                foreach (var source in sources) Console.WriteLine($"{measure.Fingerprint(source)}  {source}");
                return Task.FromResult(ExitCode.Done);
            }
            Console.WriteLine(IngestRow.Header);
            var allReached = true;
            foreach (var row in measure.Run(stopped))
            {
                Console.WriteLine(row);
                allReached &= row.IsReached;
            }
            return Task.FromResult(allReached ? ExitCode.Done : ExitCode.WrongAnswers);
        });
        return command;
    }
}
