using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;
using NewsSearch.Ingest;
using NewsSearch.Web;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch serve</c>: the site, until it is stopped.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://localhost:5000";
    private static readonly string SampleArticles = Path.Combine("index-data", "corpus");

    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var command = new ExplainedCommand("serve", "Serves the site. Where there is no index yet and the current folder holds index-data/corpus, it first builds one from there.",
            "newssearch serve",
            "newssearch serve --index /srv/news/index --urls http://0.0.0.0:8080",
            "newssearch serve --urls http://localhost:8080 --public-url https://news.example.org");
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by semicolons; port 0 takes a free one.", HelpName = "URLS", DefaultValueFactory = _ => DefaultUrls };
        var outside = new Option<string?>("--public-url") { Description = "Address that the outside knows the site by, where a proxy stands before it; feeds, citations and the sitemap name it. Default: as each request asks for it.", HelpName = "URL" };
        outside.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is not { } address || !SiteHost.IsAddress(address)) result.AddError($"'{string.Join(' ', result.Tokens)}' is not an address for --public-url: write https://news.example.org.");
        });
        var index = new IndexOption();
        var curation = new CurationOption();
        command.Add(urls);
        command.Add(outside);
        index.AddTo(command);
        curation.AddTo(command);
        command.SetAction((parse, _) => RunAsync(curation.Read(parse, index.Read(parse)), new SiteOptions { IndexDirectory = index.Read(parse), Urls = parse.GetRequiredValue(urls), PublicAddress = parse.GetValue(outside), KeepsReady = true }, terminal, interruption));
        return command;
    }

    private static async Task<int> RunAsync(CurationFolder curation, SiteOptions options, Terminal terminal, Interruption interruption)
    {
        var index = options.IndexDirectory;
        var interrupted = interruption.Token;
        if (!ArticleArchive.Exists(index) && Directory.Exists(SampleArticles))
        {
            terminal.Error.WriteLine($"There is no index in {index} yet: building it from {SampleArticles}.");
            RebuildCommand.Run([SampleArticles], FieldMap.Empty, index, curation, ArticleArchive.DefaultMemoryBytes, goesOn: false, asJson: false, terminal, interrupted);
        }
        ArticleArchive.Open(index).Dispose(); // a missing or damaged index is told here, before anyone opens the site
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        var edits = OutletsCommand.ApplyEditsAsync(index, curation, terminal, stopping.Token);

        var site = SiteHost.Build(options);
        await using (site.ConfigureAwait(false))
        {
            await StartAsync(site, options.Urls, interrupted).ConfigureAwait(false);
            terminal.Out.WriteLine($"NewsSearch serves {index}. Open {string.Join(" or ", site.Urls)} in a browser; Ctrl-C stops it.");
            terminal.Out.Flush();
            await site.WaitForShutdownAsync(interrupted).ConfigureAwait(false);
        }
        await stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            await edits.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It ends so.
        }
        if (!interruption.IsTermination) interrupted.ThrowIfCancellationRequested(); // a service that is told to end, and has, did well
        return ExitCode.Done;
    }

    private static async Task StartAsync(WebApplication site, string urls, CancellationToken interrupted)
    {
        try
        {
            await site.StartAsync(interrupted).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException or FormatException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw new UsageException($"The site cannot listen on {urls}: {refused.Message}");
        }
    }
}
