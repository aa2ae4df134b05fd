using System.CommandLine;
using NewsSearch.Bench.Walking;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench walk</c>: clicks through a site like a reader, and compares every number with the articles.</summary>
internal static class WalkCommand
{
    private const int MostPrinted = 40;

    public static Command Create()
    {
        var place = new Argument<string>("URL|INDEX") { Description = "The address of a site of NewsSearch, or the folder of an index of articles." };
        var clicks = new Option<int>("--clicks") { Description = "How many clicks.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<int>("--seed") { Description = "The same seed walks the same way through the same archive.", DefaultValueFactory = _ => 1 };
        var command = new Command("walk", "Clicks at random like a reader: boxes, exclusions, bars of the chart, pages, articles and their neighbours, names, ways out. Every total, rank and number beside a value is compared with a count of the exported articles. Exit code 4 where one differs.") { place, clicks, seed };
        command.SetAction(async (parse, stopped) =>
        {
            await using var site = await Site.OpenAsync(parse.GetRequiredValue(place), stopped).ConfigureAwait(false);
            var walk = await SiteWalk.RunAsync(site, parse.GetValue(clicks), parse.GetValue(seed), stopped).ConfigureAwait(false);
            foreach (var (kind, times) in walk.Clicked) Console.WriteLine($"{times,6}  {kind}");
            foreach (var fault in walk.Faults.Take(MostPrinted)) Console.WriteLine($"click {fault.Step}, {fault.Kind}\n  on {fault.From}\n  to {fault.Url}\n  {fault.Text}");
            Console.WriteLine($"{parse.GetValue(clicks)} clicks, {walk.Promises} numbers checked beside what they lead to, {walk.Faults.Count} faults; slowest page {site.Slowest.Took.TotalMilliseconds:f0} ms (wall): {site.Slowest.Url}");
            return walk.Faults.Count == 0 ? ExitCode.Done : ExitCode.WrongAnswers;
        });
        return command;
    }
}
