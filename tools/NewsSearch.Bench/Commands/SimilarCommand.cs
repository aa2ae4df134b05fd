using System.CommandLine;
using NewsSearch.Bench.Relevance;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench similar</c>: whether articles of the same event are found as similar.</summary>
internal static class SimilarCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("DIR") { Description = "Folders with docs.jsonl.gz and clusters.tsv (id, event).", Arity = ArgumentArity.OneOrMore };
        var command = new Command("similar", "Prints, for articles grouped by event, how often another of the event is the first similar article, and among the first three.") { folders };
        command.SetAction((parse, stop) =>
        {
            foreach (var folder in parse.GetRequiredValue(folders)) Measure(folder, stop);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Measure(string folder, CancellationToken stop)
    {
        var index = Directory.CreateTempSubdirectory("newssearch-bench-");
        try
        {
            var (articles, first, inFirstThree) = SimilarMeasure.Of(folder, index.FullName, stop);
            FormattableString line = $"SIMILAR\tset={Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}\tarticles={articles}\tfirst={(double)first / articles:f3}\tfirst_three={(double)inFirstThree / articles:f3}";
            Console.WriteLine(FormattableString.Invariant(line));
        }
        finally
        {
            index.Delete(recursive: true);
        }
    }
}
