using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Bench.Hostile;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench hostile</c>: what the worst queries cost that somebody may type.</summary>
internal static class HostileCommand
{
    private const int Times = 3;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of an index of articles." };
        var command = new Command("hostile", $"Asks each kind of hostile query {Times} times for a whole page and prints the least CPU time in milliseconds, the hits, and the first note. Exit code 4 where one takes more than a second.") { directory };
        command.SetAction((parse, stopped) =>
        {
            using var archive = ArticleArchive.Open(parse.GetRequiredValue(directory));
            archive.Search(new SearchRequest { Query = "war*" }, stopped); // compiles, and maps values
            var areQuick = true;
            foreach (var (name, query) in HostileQueries.All)
            {
                var (spent, page) = Enumerable.Range(0, Times).Select(_ => Ask(archive, query, stopped)).MinBy(run => run.Spent);
                FormattableString line = $"{spent.TotalMilliseconds,6:f0} ms {page.Total,8} hits  {name}{(page.Notes.Count > 0 ? ": " + page.Notes[0].Text : "")}";
                Console.WriteLine(FormattableString.Invariant(line));
                areQuick &= spent < TimeSpan.FromSeconds(1);
            }

            return Task.FromResult(areQuick ? ExitCode.Done : ExitCode.WrongAnswers);
        });
        return command;
    }

    /// <summary>CPU time: other programs do not disturb it much.</summary>
    private static (TimeSpan Spent, SearchPage Page) Ask(IArticleArchive archive, string query, CancellationToken stopped)
    {
        var before = Environment.CpuUsage.TotalTime;
        var page = archive.Search(new SearchRequest { Query = query }, stopped);
        return (Environment.CpuUsage.TotalTime - before, page);
    }
}
