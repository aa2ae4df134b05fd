using System.CommandLine;
using System.Diagnostics;
using System.Runtime;
using NewsSearch.Archive.Curation;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch rebuild</c>: a new index beside the live one, switched to when it is complete.</summary>
internal static class RebuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("rebuild", "Builds a new index beside the live one and switches to it in one step. Until then searches see the old one; an interrupted rebuild changes nothing, and --resume goes on with it.",
            "newssearch rebuild articles/",
            "newssearch rebuild export.jsonl.gz more/ --index /srv/news/index",
            "newssearch rebuild articles/ --resume",
            "newssearch rebuild table.csv --map body=article_text --map published=posted_on");
        var sources = new SourceArgument();
        var map = new MapOption();
        var json = new JsonOption(IngestSummary.JsonForm);
        var index = new IndexOption();
        var curation = new CurationOption();
        var memory = new MemoryOption();
        var resume = new Option<bool>("--resume") { Description = "Goes on with a rebuild of the same sources that was interrupted: what it has read is not read again." };
        sources.AddTo(command);
        map.AddTo(command);
        json.AddTo(command);
        index.AddTo(command);
        curation.AddTo(command);
        memory.AddTo(command);
        command.Add(resume);
        command.SetAction((parse, interrupted) =>
        {
            try
            {
                return Task.FromResult(Run(
                    sources.Read(parse), map.Read(parse), index.Read(parse), curation.Read(parse, index.Read(parse)), memory.Read(parse), parse.GetValue(resume), json.Read(parse), terminal, interrupted));
            }
            catch (OperationCanceledException) when (interrupted.IsCancellationRequested && Rebuild.IsUnfinished(index.Read(parse)))
            {
                var words = parse.Tokens.Select(token => token.Value).Where(word => word != resume.Name).Select(InShell).Append(resume.Name);
                return Task.FromResult(terminal.Report($"Interrupted. What was read is kept; to go on: newssearch {string.Join(' ', words)}", ExitCode.Interrupted));
            }
        });
        return command;
    }

    /// <summary>Rebuilds and reports.</summary>
    public static int Run(string[] sources, FieldMap map, string index, CurationFolder curation, long memoryBytes, bool goesOn, bool asJson, Terminal terminal, CancellationToken interrupted)
    {
        var started = Stopwatch.GetTimestamp();
        using var rejected = new RejectionLog(index);
        var pipeline = IngestPipeline.Default.With(map).With(Decided.Read(curation, rejected.Add));
        var latency = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch; // nobody waits for an answer, and garbage that is collected beside the work piles up meanwhile
        var report = ProgressDisplay.Run(terminal, progress =>
            Rebuild.Run(pipeline, sources, index, Holder.Of("rebuild"), memoryBytes, rejected.Add, new RebuildOptions { GoesOn = goesOn, Note = progress.Note }, progress, interrupted));
        GCSettings.LatencyMode = latency;
        rejected.Finish();
        var exitCode = new IngestSummary(report.Articles, report.Repetitions, report.BoilerplateRemoved, rejected, report.Counts, Stopwatch.GetElapsedTime(started)) { Rebuild = report }.Report(terminal, index, asJson);
        return report.Articles > 0 ? exitCode
            : terminal.Report("There is no article in the sources, so nothing was changed.", ExitCode.RefusedByCheck);
    }

    /// <summary>A word as it is to be typed.</summary>
    private static string InShell(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '=' or ',' or ':' or '+') ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
