using System.CommandLine;
using NewsSearch.Bench.Loading;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench load</c>: how long the pages of a site take while many are asked for.</summary>
internal static class LoadCommand
{
    /// <summary>Milliseconds in the site at 100,000 articles, 40 requests a second and two cores.</summary>
    private const double BoundOfHalf = 15, BoundOfMost = 60;

    public static Command Create()
    {
        var site = new Argument<string>("URL") { Description = "The address of a running site: http://localhost:5000." };
        var rate = new Option<double>("--rate") { Description = "Requests a second.", DefaultValueFactory = _ => 40 };
        var seconds = new Option<double>("--seconds") { Description = "For so long.", DefaultValueFactory = _ => 30 };
        var warm = new Option<double>("--warm") { Description = "Seconds of the same load before, which do not count.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "Chooses the requests.", DefaultValueFactory = _ => 1 };
        var queries = new Option<FileInfo?>("--queries") { Description = "A file with a query a line, for half of the searches for words.", HelpName = "FILE" };
        var command = new Command("load", $"Sends searches, articles, names and suggestions, made from what the archive holds, on a schedule that waits for no answer; prints requests, failures and times in milliseconds, by kind and in all. Exit code 4 where one fails, or half of the pages take more than {BoundOfHalf} ms in the site or one in a hundred more than {BoundOfMost}.")
        { site, rate, seconds, warm, seed, queries };
        command.SetAction(async (parse, stopped) =>
        {
            if (!Uri.TryCreate(parse.GetRequiredValue(site), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new BenchException("URL is no address: write http://localhost:5000.");
            if (parse.GetValue(rate) is not (> 0 and <= 10_000)) throw new BenchException("--rate goes up to 10,000.");
            using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
            var random = new Random(parse.GetValue(seed));
            var sample = await ArchiveSample.OfAsync(browser, random, stopped).ConfigureAwait(false);
            var mix = new RequestMix(sample, parse.GetValue(queries) is { } file ? [.. File.ReadLines(file.FullName).Where(line => line.Length > 0)] : [], random);
            browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br"); // as browsers do; what comes is read, not unpacked
            var loop = new OpenLoop(browser, parse.GetValue(rate));
            await loop.RunAsync(mix, TimeSpan.FromSeconds(parse.GetValue(warm)), stopped).ConfigureAwait(false);
            var answers = await loop.RunAsync(mix, TimeSpan.FromSeconds(parse.GetValue(seconds)), stopped).ConfigureAwait(false);
            Console.Write(LoadTable.Of(answers));
            return IsReached(answers) ? ExitCode.Done : ExitCode.WrongAnswers;
        });
        return command;
    }

    private static bool IsReached(IReadOnlyList<LoadAnswer> answers)
    {
        double[] times = [.. answers.Select(answer => answer.ServerMilliseconds ?? answer.Milliseconds)];
        return answers.All(answer => !answer.HasFailed) && LoadTable.Percentile(times, 0.5) <= BoundOfHalf && LoadTable.Percentile(times, 0.99) <= BoundOfMost;
    }
}
