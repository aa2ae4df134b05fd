using System.CommandLine;
using NewsSearch.Bench.Relevance;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench language</c>: how often the language of an article is detected right, set by set.</summary>
internal static class LanguageCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "A folder with sets: folders with docs.jsonl.gz, whose articles state their language." };
        var mistakes = new Option<int>("--mistakes") { Description = "List at most so many mistakes of each set.", HelpName = "N" };
        var command = new Command("language", "Detects the language of the articles of each set, and of their first sentences alone, and prints how often it is the stated one, and how many characters a second of CPU time it takes.") { directory, mistakes };
        command.SetAction((parse, stopped) =>
        {
            if (!Directory.Exists(parse.GetRequiredValue(directory))) throw new BenchException($"There is no folder '{parse.GetRequiredValue(directory)}'.");
            Print(LanguageAccuracy.Run(parse.GetRequiredValue(directory), stopped), parse.GetValue(mistakes));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Print(IEnumerable<LanguageAccuracy> sets, int mistakes)
    {
        Console.WriteLine($"{"set",-28}{"articles",10}{"right",9}{"sentences",11}{"right",9}{"Mchars/s",10}");
        foreach (var set in sets)
        {
            Console.WriteLine(FormattableString.Invariant($"{set.Set,-28}{set.ArticleCount,10:N0}{set.ArticleShare,9:P2}{set.SentenceCount,11:N0}{set.SentenceShare,9:P2}{set.CharacterCount / 1e6 / set.Spent.TotalSeconds,10:N1}"));
            if (set.Corrected.Count > 0) Console.WriteLine($"    counted by the language of their text, not by their wrong labels: {string.Join(", ", set.Corrected)}");
            foreach (var (kind, id, stated, found, text) in set.Mistakes.Take(mistakes))
            {
                Console.WriteLine($"    {kind} {id}: {stated}, found {found ?? "nothing"}: {text[..Math.Min(text.Length, 160)].ReplaceLineEndings(" ")}");
            }
        }
    }
}
