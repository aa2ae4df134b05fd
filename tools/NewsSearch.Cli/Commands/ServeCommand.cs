using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;
using NewsSearch.Ingest;
using NewsSearch.Web;
using NewsSearch.Web.Running;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch serve</c>: the site, until it is stopped.</summary>
internal static class ServeCommand
{
    private static readonly string SampleArticles = Path.Combine("index-data", "corpus");

    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var command = new ExplainedCommand("serve", "Serves the site. Where there is no index yet and the current folder holds index-data/corpus, it first builds one from there.",
            "newssearch serve",
            "newssearch serve --index /srv/news/index --urls http://0.0.0.0:8080",
            "newssearch serve --urls http://127.0.0.1:8080 --public-url https://news.example.org --proxy 127.0.0.1",
            "newssearch serve --access readers.txt --add-reader anna",
            "newssearch serve --access readers.txt --request-log requests.jsonl --drain 10");
        var run = new SiteRunOptions();
        var index = new IndexOption();
        var curation = new CurationOption();
        index.AddTo(command);
        curation.AddTo(command);
        run.AddTo(command);
        command.SetAction(async (parse, _) =>
        {
            if (run.NewReader(parse) is var (name, file)) return AddReader(name, file, terminal);
            var options = run.Read(parse, index.Read(parse));
            using (options.RequestLog as StreamWriter) // a file; the terminal's own writer stays open
            {
                return await RunAsync(curation.Read(parse, options.IndexDirectory), options, terminal, interruption).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static int AddReader(string name, string file, Terminal terminal)
    {
        var (password, line) = Readers.Invite(name);
        File.AppendAllText(file, line + "\n");
        terminal.Out.WriteLine(password);
        terminal.Error.WriteLine($"{name} is in {file}; the password above is written nowhere else. A running site knows it after its next start.");
        return ExitCode.Done;
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
