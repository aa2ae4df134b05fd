using System.CommandLine;
using System.Diagnostics;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
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
        var archive = new ArchiveOptions(IngestSummary.JsonForm);
        var memory = new MemoryOption();
        sources.AddTo(command);
        map.AddTo(command);
        archive.AddTo(command);
        memory.AddTo(command);
        command.SetAction((parse, interrupted) =>
        {
            var (index, curation, asJson) = archive.Read(parse);
            return Task.FromResult(Run(sources.Read(parse), map.Read(parse), index, curation, memory.Read(parse), asJson, terminal, interrupted));
        });
        return command;
    }

    private static int Run(string[] sources, FieldMap map, string index, CurationFolder curation, long memoryBytes, bool asJson, Terminal terminal, CancellationToken interrupted)
    {
        var started = Stopwatch.GetTimestamp();
        using var rejected = new RejectionLog(index);
        using var writer = ArticleArchive.OpenWriter(index, Holder.Of("add"), memoryBytes);
        using var live = ArticleArchive.Exists(index) ? ArticleArchive.Open(index) : null;
        var pipeline = IngestPipeline.Default.With(map).With(Decided.Read(curation, rejected.Add));
        writer.OutletAliases = pipeline.Decisions.Outlets.Shown;
        var report = ProgressDisplay.Run(terminal, progress =>
            Addition.Run(pipeline, sources, writer, id => live?.Find(id), rejected.Add, progress, interrupted));
        interrupted.ThrowIfCancellationRequested();
        writer.Commit();
        rejected.Finish();
        FinishMerges(writer, interrupted);
        var (same, newer, _, _, _) = report.Repetitions;
        return new IngestSummary(report.Added + same + newer, report.Repetitions, report.BoilerplateRemoved, rejected, report.Counts, Stopwatch.GetElapsedTime(started)).Report(terminal, index, asJson);
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
