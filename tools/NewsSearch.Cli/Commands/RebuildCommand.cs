using System.CommandLine;
using System.Diagnostics;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;
using NewsSearch.Ingest;
using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch rebuild</c>: a new index beside the live one, switched to when it is complete.</summary>
internal static class RebuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("rebuild", "Builds a new index beside the live one and switches to it in one step. Until then searches see the old one; an interrupted rebuild changes nothing.",
            "newssearch rebuild articles/",
            "newssearch rebuild export.jsonl.gz more/ --index /srv/news/index",
            "newssearch rebuild table.csv --map body=article_text --map published=posted_on");
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
        command.SetAction((parse, interrupted) => Task.FromResult(Run(sources.Read(parse), map.Read(parse), index.Read(parse), memory.Read(parse), json.Read(parse), terminal, interrupted)));
        return command;
    }

    /// <summary>Rebuilds and reports.</summary>
    public static int Run(string[] sources, FieldMap map, string index, long memoryBytes, bool asJson, Terminal terminal, CancellationToken interrupted)
    {
        var started = Stopwatch.GetTimestamp();
        var rejected = new List<Rejection>();
        var report = ProgressDisplay.Run(terminal, progress =>
            Rebuild.Run(IngestPipeline.Default.With(map), sources, index, Holder.Of("rebuild"), memoryBytes, rejected.Add, progress, interrupted));
        foreach (var repeated in report.RepeatedIds) terminal.Error.WriteLine(MarkedText.Plain(InWords(repeated)));
        var exitCode = new IngestSummary(report.Articles, rejected, report.Counts, Stopwatch.GetElapsedTime(started)).Report(terminal, index, asJson);
        return report.Articles > 0 ? exitCode
            : terminal.Report("There is no article in the sources, so nothing was changed.", ExitCode.RefusedByCheck);
    }

    private static string InWords(RepeatedId repeated) => repeated.KeptAs is { } id
        ? $"{repeated.Source}: another article has the id '{repeated.Id}' too; this one is kept as '{id}'."
        : $"{repeated.Source}: the article '{repeated.Id}' came before and is counted once.";
}
