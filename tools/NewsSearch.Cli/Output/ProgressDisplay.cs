using System.Diagnostics;
using System.Globalization;
using NewsSearch.Ingest;
using Spectre.Console;

namespace NewsSearch.Cli.Output;

/// <summary>How far a long run has come, on the error stream: a bar for each stage on a terminal, else at most a line a second.</summary>
internal sealed class ProgressDisplay : IProgress<RebuildProgress>, IProgress<IngestProgress>
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(1);
    private readonly Action<RebuildProgress, TimeSpan> _show;
    private readonly Action<string> _note;
    private long _stageStarted = Stopwatch.GetTimestamp();
    private RebuildStage _stage = RebuildStage.Extract;

    private ProgressDisplay(Action<RebuildProgress, TimeSpan> show, Action<string> note) => (_show, _note) = (show, note);

    /// <summary>Runs the work and shows what it reports.</summary>
    public static T Run<T>(Terminal terminal, Func<ProgressDisplay, T> work) =>
        terminal.HasLiveErrors ? RunWithBars(terminal, work) : work(Lines(terminal.Error, LineInterval));

    /// <summary>Reports become lines, never more than one in <paramref name="interval"/>.</summary>
    internal static ProgressDisplay Lines(TextWriter output, TimeSpan interval)
    {
        var last = Stopwatch.GetTimestamp();
        return new ProgressDisplay((progress, elapsed) =>
        {
            if (Stopwatch.GetElapsedTime(last) < interval) return;
            last = Stopwatch.GetTimestamp();
            output.WriteLine(InWords(progress, elapsed));
        }, output.WriteLine);
    }

    public void Report(RebuildProgress value)
    {
        if (value.Stage != _stage) (_stage, _stageStarted) = (value.Stage, Stopwatch.GetTimestamp());
        _show(value, Stopwatch.GetElapsedTime(_stageStarted));
    }

    /// <summary>Says something about the run, on a line that stays.</summary>
    public void Note(string sentence) => _note(sentence);

    public void Report(IngestProgress value) => Report(new RebuildProgress(RebuildStage.Extract, value.Bytes, value.TotalBytes, value.Articles, value.Rejected));

    /// <summary>"reading: 1,200 articles, 3 rejected, 600 a second, 2.5 MB/s, 45 %, 00:00:03 left".</summary>
    internal static string InWords(RebuildProgress progress, TimeSpan elapsed)
    {
        var text = $"{Name(progress.Stage)}: {Count(progress, elapsed)}";
        if (progress.Total <= 0 || progress.Done <= progress.DoneBefore) return text;
        var share = Math.Min(1, (double)progress.Done / progress.Total);
        var left = (elapsed * Math.Max(0, progress.Total - progress.Done) / (progress.Done - progress.DoneBefore)).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{text}, {Math.Floor(share * 100):0} %, {left} left");
    }

    private static T RunWithBars<T>(Terminal terminal, Func<ProgressDisplay, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var bars = new Dictionary<RebuildStage, ProgressTask>();
                return work(new ProgressDisplay((progress, elapsed) =>
                {
                    if (!bars.TryGetValue(progress.Stage, out var bar)) bars[progress.Stage] = bar = context.AddTask(Name(progress.Stage));
                    bar.MaxValue = Math.Max(1, progress.Total);
                    bar.Value = progress.Done;
                    bar.Description = $"{Name(progress.Stage)}: {Count(progress, elapsed)}";
                }, note => console.WriteLine(note)));
            });
    }

    private static string Count(RebuildProgress progress, TimeSpan elapsed)
    {
        var rate = elapsed > TimeSpan.Zero ? (progress.Articles - progress.ArticlesBefore) / elapsed.TotalSeconds : 0;
        var rejected = progress.Rejected > 0 ? string.Create(CultureInfo.InvariantCulture, $", {progress.Rejected:N0} rejected") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Articles:N0} articles{rejected}, {rate:N0} a second{Bytes(progress, elapsed)}");
    }

    /// <summary>Reading is measured in bytes of the sources as stored.</summary>
    private static string Bytes(RebuildProgress progress, TimeSpan elapsed) => progress.Stage == RebuildStage.Extract && progress.Done > progress.DoneBefore && elapsed > TimeSpan.Zero
        ? string.Create(CultureInfo.InvariantCulture, $", {(progress.Done - progress.DoneBefore) / elapsed.TotalSeconds / 1_000_000:0.0} MB/s") : "";

    private static string Name(RebuildStage stage) => stage switch
    {
        RebuildStage.Extract => "reading",
        RebuildStage.Learn => "learning",
        RebuildStage.Index => "indexing",
        _ => "writing",
    };
}
