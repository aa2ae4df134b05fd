using System.CommandLine;
using NewsSearch.Bench.Relevance;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench relevance</c>: how well the right article is found, in one table.</summary>
internal static class RelevanceCommand
{
    public const string Name = "relevance";

    public static Command Create()
    {
        string[] names = [.. Measures.All.Select(measure => measure.Name)];
        var directory = new Argument<string>("DIR") { Description = "The folder of the data sets." };
        var sets = new Option<string[]>("--set") { Description = $"Only this measure; may repeat. One of {string.Join(", ", names)}.", HelpName = "NAME" };
        sets.AcceptOnlyFromAmong(names);
        var command = new Command(Name, "Measures how well the right article is found: judged sets and headlines (ours beside plain BM25), suggested spellings, similar articles, languages. Exit code 4 where a figure is below what it must reach.") { directory, sets };
        command.SetAction((parse, stopped) =>
        {
            var wanted = parse.GetValue(sets) is { Length: > 0 } some ? some : names;
            var data = new SharedData(parse.GetRequiredValue(directory));
            Console.WriteLine(MeasureTable.Header);
            var allReached = true;
            foreach (var row in Measures.All.Where(measure => wanted.Contains(measure.Name)).SelectMany(measure => measure.Run(data, stopped)))
            {
                Console.WriteLine(MeasureTable.Line(row));
                allReached &= row.IsReached;
            }

            return Task.FromResult(allReached ? ExitCode.Done : ExitCode.WrongAnswers);
        });
        return command;
    }
}
