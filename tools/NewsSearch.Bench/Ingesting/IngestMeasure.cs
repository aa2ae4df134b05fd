using System.Diagnostics;
using System.Security.Cryptography;
using NewsSearch.Archive;
using NewsSearch.Bench.Extraction;
using NewsSearch.Ingest;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Bench.Ingesting;

/// <summary>How fast sources become articles, and articles an index, without the search for names but for one row; two threads make the articles.</summary>
/// <remarks>Each figure is the median of some rounds in one process, after one that does not count.</remarks>
/// <param name="data">The folder of the data sets.</param>
/// <param name="rounds">Rounds that count.</param>
internal sealed class IngestMeasure(string data, int rounds)
{
    private const int Threads = 2;

    private readonly IngestPipeline _pipeline = new(new NoEntities(), TimeProvider.System, Threads);
    private readonly IngestPipeline _withNames = new(new NameExtractor(), TimeProvider.System, Threads);

    public IEnumerable<IngestRow> Run(CancellationToken stopped)
    {
        using var files = new InputFiles(data);
        yield return Reading(_pipeline, "text to articles", "allsides", files.Texts(), 60, stopped);
        yield return Reading(_pipeline, "JSON Lines to articles", "allsides", files.JsonLines, 60, stopped);
        yield return Reading(_pipeline, "HTML to articles", "pages", files.Pages(), 25, stopped);
        yield return Reading(_withNames, "text, names and quotations", "allsides", files.Texts(), 6, stopped);
        foreach (var row in Rebuilding(files, stopped)) yield return row;
    }

    /// <summary>A hash of all articles in their order: a change that only makes it faster leaves it as it was.</summary>
    public string Fingerprint(string source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var article in _pipeline.Read([source], _ => { })) hash.AppendData(ArticleJson.ToUtf8(article));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private IngestRow Reading(IngestPipeline pipeline, string measure, string on, string source, double bound, CancellationToken stopped)
    {
        var runs = Rounds(() =>
        {
            foreach (var _ in pipeline.Read([source], _ => { }, progress: null, stopped)) { }
            return null;
        });
        return Row(measure, on, InputFiles.Megabytes(source), runs.ConvertAll(run => run.Whole), bound);
    }

    private IEnumerable<IngestRow> Rebuilding(InputFiles files, CancellationToken stopped)
    {
        var megabytes = InputFiles.Megabytes(files.JsonLines);
        var runs = Rounds(() =>
        {
            if (Directory.Exists(files.Index)) Directory.Delete(files.Index, recursive: true);
            var stages = new StageTimes();
            Rebuild.Run(_pipeline, [files.JsonLines], files.Index, "newssearch-bench", ArticleArchive.DefaultMemoryBytes, _ => { }, progress: stages, cancellation: stopped);
            return stages.End();
        });
        yield return Row("whole rebuild", "allsides", megabytes, runs.ConvertAll(run => run.Whole), 20);
        foreach (var stage in Enum.GetValues<RebuildStage>())
            yield return Row("  of it: " + stage, "allsides", megabytes, runs.ConvertAll(run => run.Stages.GetValueOrDefault(stage)), null);
    }

    private List<(Spent Whole, Dictionary<RebuildStage, Spent> Stages)> Rounds(Func<Dictionary<RebuildStage, Spent>?> run)
    {
        var spent = new List<(Spent, Dictionary<RebuildStage, Spent>)>();
        for (var round = 0; round <= rounds; round++)
        {
            var before = Spent.SoFar();
            var stages = run() ?? [];
            if (round > 0) spent.Add((Spent.SoFar() - before, stages));
        }
        return spent;
    }

    private static IngestRow Row(string measure, string on, double megabytes, List<Spent> runs, double? bound) =>
        new(measure, on, megabytes, Median(runs, run => run.Wall), Median(runs, run => run.Cpu), bound);

    private static TimeSpan Median(List<Spent> runs, Func<Spent, TimeSpan> time) => runs.Select(time).Order().ElementAt(runs.Count / 2);

    /// <summary>Time by the clock and of the processor, from a fixed moment on.</summary>
    private readonly record struct Spent(TimeSpan Wall, TimeSpan Cpu)
    {
        public static Spent SoFar()
        {
            using var process = Process.GetCurrentProcess();
            return new Spent(Stopwatch.GetElapsedTime(0), process.TotalProcessorTime);
        }

        public static Spent operator -(Spent left, Spent right) => new(left.Wall - right.Wall, left.Cpu - right.Cpu);
    }

    /// <summary>What each stage of a rebuild took.</summary>
    private sealed class StageTimes : IProgress<RebuildProgress>
    {
        private readonly Dictionary<RebuildStage, Spent> _stages = [];
        private RebuildStage _stage = RebuildStage.Extract;
        private Spent _started = Spent.SoFar();

        public void Report(RebuildProgress value)
        {
            if (value.Stage != _stage) Enter(value.Stage);
        }

        public Dictionary<RebuildStage, Spent> End()
        {
            Enter(_stage);
            return _stages;
        }

        private void Enter(RebuildStage stage)
        {
            var now = Spent.SoFar();
            _stages[_stage] = now - _started;
            (_stage, _started) = (stage, now);
        }
    }
}
