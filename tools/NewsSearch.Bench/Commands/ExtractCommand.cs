using System.CommandLine;
using NewsSearch.Bench.Extraction;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench extract</c>: how much of what web pages hold comes out right, in one table.</summary>
internal static class ExtractCommand
{
    public const string Name = "extract";

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the data sets." };
        var mistakes = new Option<bool>("--mistakes") { Description = "Lists every mistake on the error stream." };
        var command = new Command(Name, "Measures how well articles are taken out of web pages: main text, title, outlet, date, speed. Exit code 4 where a figure misses its bound.") { directory, mistakes };
        command.SetAction((parse, stopped) =>
        {
            var measure = new ExtractMeasure(parse.GetRequiredValue(directory), parse.GetValue(mistakes) ? Console.Error.WriteLine : _ => { });
            Console.WriteLine(ExtractRow.Header);
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
