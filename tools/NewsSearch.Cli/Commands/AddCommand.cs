using System.CommandLine;
using System.Diagnostics;
using NewsSearch.Archive;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch add</c>: articles into the live index; the site shows them within a second.</summary>
internal static class AddCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("add", "Adds articles to the live index. One with an id that is already there replaces the old one.",
            "newssearch add today/ wire.jsonl.gz",
            "newssearch add today/ --json");
        var sources = new SourceArgument();
        var map = new MapOption();
        var json = new JsonOption(IngestSummary.JsonForm);
        var index = new IndexOption();
        var memory = new MemoryOption();
        sources.AddTo(command);
        map.AddTo(command);
        json.AddTo(command);
        index.AddTo(command);
        memory.AddTo(command);
        command.SetAction((parse, interrupted) =>
        {
            var folder = index.Read(parse);
            return Task.FromResult(Run(sources.Read(parse), map.Read(parse), folder, memory.Read(parse), terminal, interrupted).Report(terminal, folder, json.Read(parse)));
        });
        return command;
    }

    private static IngestSummary Run(string[] sources, FieldMap map, string index, long memoryBytes, Terminal terminal, CancellationToken interrupted)
    {
        var started = Stopwatch.GetTimestamp();
        var rejected = new List<Rejection>();
        var counts = new IngestCounts();
        using var writer = ArticleArchive.OpenWriter(index, Holder.Of("add"), memoryBytes);
        var count = ProgressDisplay.Run(terminal, progress =>
        {
            var articles = 0L;
            foreach (var article in IngestPipeline.Default.With(map).Read(sources, rejected.Add, counts, progress, interrupted))
            {
                writer.Add(article);
                articles++;
            }
            return articles;
        });
        interrupted.ThrowIfCancellationRequested();
        writer.Commit();
        FinishMerges(writer, interrupted);
        return new IngestSummary(count, rejected, counts, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>The articles can be found already; only the program waits.</summary>
    private static void FinishMerges(IArticleWriter writer, CancellationToken interrupted)
    {
        try
        {
            writer.FinishMerges(interrupted);
        }
        catch (OperationCanceledException)
        {
            // What was asked for is done; the next add begins the merge again.
        }
    }
}
