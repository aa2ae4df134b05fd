using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Bench.Hostile;
using NewsSearch.Bench.Walking;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench hostile</c>: what the worst queries cost that somebody may type, and whether the site stands the worst addresses.</summary>
internal static class HostileCommand
{
    private const int Times = 3, SlowestPrinted = 5, MostPrinted = 40;

    public static Command Create()
    {
        var place = new Argument<string>("INDEX|URL") { Description = "The folder of an index of articles; with --requests also the address of a site." };
        var requests = new Option<int>("--requests") { Description = "Sends so many hostile addresses to the site instead." };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same addresses.", DefaultValueFactory = _ => 1 };
        var command = new Command("hostile", $"Asks each kind of hostile query {Times} times for a whole page and prints the least CPU time in milliseconds, the hits, and the first note; or, with --requests, sends random and crafted addresses to the site over the index and looks at every answer: its code, whether it can be parsed, whether anything in it is not escaped. Exit code 4 where one takes more than a second or is wrong.") { place, requests, seed };
        command.SetAction((parse, stopped) => parse.GetValue(requests) > 0
            ? RequestsAsync(parse.GetRequiredValue(place), parse.GetValue(requests), parse.GetValue(seed), stopped)
            : Task.FromResult(Queries(parse.GetRequiredValue(place), stopped)));
        return command;
    }

    private static int Queries(string directory, CancellationToken stopped)
    {
        using var archive = ArticleArchive.Open(directory);
        archive.Search(new SearchRequest { Query = "war*" }, stopped); // compiles, and maps values
        var areQuick = true;
        foreach (var (name, query) in HostileQueries.All)
        {
            var (spent, page) = Enumerable.Range(0, Times).Select(_ => Ask(archive, query, stopped)).MinBy(run => run.Spent);
            FormattableString line = $"{spent.TotalMilliseconds,6:f0} ms {page.Total,8} hits  {name}{(page.Notes.Count > 0 ? ": " + page.Notes[0].Text : "")}";
            Console.WriteLine(FormattableString.Invariant(line));
            areQuick &= spent < TimeSpan.FromSeconds(1);
        }

        return areQuick ? ExitCode.Done : ExitCode.WrongAnswers;
    }

    private static async Task<int> RequestsAsync(string place, int requests, int seed, CancellationToken stopped)
    {
        await using var site = await Site.OpenAsync(place, stopped).ConfigureAwait(false);
        var run = await HostileRequests.RunAsync(site, requests, seed, stopped).ConfigureAwait(false);
        foreach (var (code, answers) in run.Codes) Console.WriteLine(FormattableString.Invariant($"{answers,6} answers {code}"));
        foreach (var (took, url) in run.Took.Take(SlowestPrinted)) Console.WriteLine(FormattableString.Invariant($"{took.TotalMilliseconds,6:f0} ms {Cut(url)}"));
        foreach (var fault in run.Faults.Take(MostPrinted)) Console.WriteLine($"{fault.Text}\n  {Cut(fault.Url)}");
        Console.WriteLine(FormattableString.Invariant($"{requests} addresses, {run.Faults.Count} faults, {run.Slow.Count()} over a second of {(site.IsOwn ? "CPU" : "wall")} time"));
        return run.Faults.Count == 0 && !run.Slow.Any() ? ExitCode.Done : ExitCode.WrongAnswers;
    }

    private static string Cut(string url) => url.Length > 400 ? url[..400] + "…" : url;

    /// <summary>CPU time: other programs do not disturb it much.</summary>
    private static (TimeSpan Spent, SearchPage Page) Ask(IArticleArchive archive, string query, CancellationToken stopped)
    {
        var before = Environment.CpuUsage.TotalTime;
        var page = archive.Search(new SearchRequest { Query = query }, stopped);
        return (Environment.CpuUsage.TotalTime - before, page);
    }
}
