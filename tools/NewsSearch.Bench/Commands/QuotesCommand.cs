using System.CommandLine;
using NewsSearch.Bench.Quotes;
using NewsSearch.Bench.Relevance;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench quotes</c>: how many quotations are found and how many under the right speaker.</summary>
internal static class QuotesCommand
{
    private const string SpeedSet = "allsides";
    private const double AtLeastRight = 0.9;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the data sets." };
        var mistakes = new Option<bool>("--mistakes") { Description = "Lists every mistake on the error stream." };
        var speed = new Option<bool>("--speed") { Description = "Measures the speed too, which takes a minute." };
        var fit = new Option<string?>("--fit") { Description = "Fits the weights of cues to the tuned annotations instead, writes them to a file, and tells how well such weights do on articles that they were not fitted to." };
        var command = new Command("quotes", "Measures direct quotations and their speakers beside annotations made by hand: those that the rules were made with, and those held back. Exit code 4 where fewer than nine in ten of those held back have the right speaker.") { directory, mistakes, speed, fit };
        command.SetAction((parse, stopped) =>
        {
            var measure = new QuoteMeasure(new SharedData(parse.GetRequiredValue(directory)), parse.GetValue(mistakes) ? Console.Error.WriteLine : _ => { });
            if (parse.GetValue(fit) is { } file)
            {
                var fitting = new QuoteFit(measure, [.. measure.Articles(stopped).Where(article => article.Part == "tuned")]);
                Console.WriteLine(QuoteScore.Header);
                Console.WriteLine(fitting.CrossValidate());
                File.WriteAllLines(file, fitting.Lines());
                return Task.FromResult(ExitCode.Done);
            }
            var (scores, reports) = measure.Run(stopped);
            Console.WriteLine(QuoteScore.Header);
            foreach (var score in scores) Console.WriteLine(score);
            Console.WriteLine(reports);
            if (parse.GetValue(speed)) Console.WriteLine(FormattableString.Invariant($"{measure.Speed(SpeedSet, stopped):F1} million characters of {SpeedSet} a second of CPU time, quotations alone"));
            return Task.FromResult(scores.FirstOrDefault(score => score.Part == "held")?.SpeakerShare >= AtLeastRight ? ExitCode.Done : ExitCode.WrongAnswers);
        });
        return command;
    }
}
