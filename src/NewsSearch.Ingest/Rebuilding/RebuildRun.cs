using NewsSearch.Archive;
using NewsSearch.Ingest.Boilerplate;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>One rebuild: sources -> spool -> what is learned from the spool -> the writer.</summary>
internal sealed class RebuildRun(
    IngestPipeline pipeline, IArticleWriter writer, Spool spool, Action<Rejection> reject, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
{
    private const int OutletsListed = 20;
    private const int ReportEvery = 256;

    private readonly RepeatLearner _repeats = new();
    private readonly RepetitionTally _repetitions = new();
    private readonly IngestCounts _counts = new();
    private readonly TopList _outlets = new();
    private readonly TopList _years = new();
    private long _rejected;

    public RebuildReport Run(IReadOnlyList<string> sources)
    {
        Extract(sources);
        if (spool.Count == 0) return Report(0, 0); // an empty archive is never what a rebuild is meant to leave
        var learned = Learn();
        var rules = new LearnedRules(learned.Boilerplate, pipeline.Decisions.RulesOff);
        foreach (var article in Counted(spool.NewestFirst(), RebuildStage.Index)) writer.Add(rules.Clean(article));
        writer.Learned = learned;
        writer.OutletAliases = pipeline.Decisions.Outlets.Shown;
        progress?.Report(new RebuildProgress(RebuildStage.Commit, 0, 1, spool.Count, _rejected));
        writer.Commit();
        return Report(learned.Boilerplate.Count, rules.Removed);
    }

    private void Extract(IReadOnlyList<string> sources)
    {
        var register = new IdRegister(renames: true);
        foreach (var read in pipeline.Read(sources, CountAndReject, _counts, progress is null ? null : new ExtractProgress(progress), cancellation))
        {
            var registered = register.Register(read, spool.NextEntry);
            _repetitions.Count(registered.Repeated);
            if (registered.Replaced is { } older) spool.Drop(older);
            if (registered.Article is not { } article) continue;
            if (article.Id != read.Id) article = pipeline.Decisions.Corrections.Receive(article, formerId: read.Id);
            spool.Add(article);
            _repeats.Sketch(article);
        }

        void CountAndReject(Rejection rejection)
        {
            _rejected++;
            reject(rejection);
        }
    }

    private Learned Learn()
    {
        var forms = new NameForms();
        foreach (var article in Counted(spool.InOrder(), RebuildStage.Learn))
        {
            _outlets.Count(article.Outlet ?? FacetNames.NoValue);
            _years.Count(article.Published?.Text[..4] ?? FacetNames.NoValue);
            forms.Count(article);
            _repeats.Look(article);
            writer.Learn(article);
        }

        return forms.Learn() with { Boilerplate = _repeats.Learn() };
    }

    private RebuildReport Report(int boilerplate, long boilerplateRemoved) => new(
        spool.Count, _rejected, _repetitions.Sum(), _outlets.Top(OutletsListed), _years.Top(int.MaxValue), _outlets.Distinct, boilerplate, boilerplateRemoved)
    { Counts = _counts };

    private IEnumerable<Article> Counted(IEnumerable<Article> articles, RebuildStage stage)
    {
        long done = 0;
        foreach (var article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            if (done++ % ReportEvery == 0) progress?.Report(new RebuildProgress(stage, done - 1, spool.Count, done - 1, _rejected));
            yield return article;
        }
        progress?.Report(new RebuildProgress(stage, spool.Count, spool.Count, spool.Count, _rejected));
    }

    private sealed class ExtractProgress(IProgress<RebuildProgress> progress) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) =>
            progress.Report(new RebuildProgress(RebuildStage.Extract, value.Bytes, value.TotalBytes, value.Articles, value.Rejected));
    }
}
