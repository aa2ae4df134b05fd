using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Ingest.Boilerplate;
using NewsSearch.Ingest.Entities.Naming;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>One rebuild: sources -> spool -> what is learned from the spool -> the writer.</summary>
internal sealed class RebuildRun(
    IngestPipeline pipeline, IArticleWriter writer, string folder, RebuildOptions options, Action<Rejection> reject, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
{
    private const int OutletsListed = 20;
    private const int ReportEvery = 256;

    private readonly Unfinished _unfinished = new(folder);
    private readonly Garbage _garbage = new();
    private RepeatLearner? _repeats = new();
    private readonly LoneNameLearner _loneNames = new();
    private LoneNameRules _names = LoneNameRules.Of(LoneNames.None);
    private readonly RepetitionTally _repetitions = new();
    private readonly IngestCounts _counts = new();
    private readonly TopList _outlets = new();
    private readonly TopList _years = new();
    private long _rejected;

    public RebuildReport Run(IReadOnlyList<string> sources)
    {
        try
        {
            var report = ExtractAndIndex(sources);
            _unfinished.Delete();
            return report;
        }
        catch (OperationCanceledException) when (!_unfinished.IsThere)
        {
            _unfinished.Delete(); // nothing was read that one could go on with
            throw;
        }
    }

    private RebuildReport ExtractAndIndex(IReadOnlyList<string> sources)
    {
        using var spool = Extract(sources);
        return spool.Count == 0 ? Report(spool, 0, 0) : Index(spool, Learn(spool)); // an empty archive is never what a rebuild is meant to leave
    }

    /// <summary>The first pass. What tells articles apart is needed no longer than it lasts.</summary>
    private Spool Extract(IReadOnlyList<string> sources)
    {
        var extraction = new Extraction(pipeline, _repeats!, _loneNames, _repetitions, _counts, _garbage, options.CheckpointBytes);
        var reading = new SourceReading(sources, Reject, _counts, progress is null ? null : new ExtractProgress(progress), cancellation);
        var settings = pipeline.Settings(sources);
        var (spool, journal) = Begin();
        using (journal)
        {
            try
            {
                extraction.Run(reading, spool, journal);
                return spool;
            }
            catch
            {
                spool.Dispose();
                throw;
            }
        }

        (Spool Spool, Journal Journal) Begin()
        {
            if (!options.GoesOn)
            {
                if (_unfinished.IsThere) options.Note("There is an unfinished rebuild, which --resume would have gone on with. This one begins anew.");
                return _unfinished.Begin(settings);
            }
            var from = _unfinished.Find(settings, reading, out var problem);
            if (problem is not null) options.Note(problem);
            if (from is null) return _unfinished.Begin(settings);
            var files = _unfinished.GoOn(from);
            foreach (var rejection in _unfinished.Rejections(from)) TellRejection(rejection);
            foreach (var pages in _unfinished.Pages(from)) reading.GoOnAfter(pages);
            extraction.Repeat(_unfinished.Lines(from), files.Spool, cancellation);
            reading.GoOnFrom(from.Checkpoint, files.Spool.Entries, _rejected);
            options.Note(string.Create(CultureInfo.InvariantCulture, $"Going on after {files.Spool.Entries:N0} articles that were read before the interruption."));
            return files;
        }

        void Reject(Rejection rejection)
        {
            extraction.Journal?.Reject(rejection);
            TellRejection(rejection);
        }
    }

    private void TellRejection(Rejection rejection)
    {
        _rejected++;
        reject(rejection);
    }

    private RebuildReport Index(Spool spool, Learned learned)
    {
        var rules = new LearnedRules(learned.Boilerplate, pipeline.Decisions.RulesOff);
        writer.Learned = learned;
        writer.OutletAliases = pipeline.Decisions.Outlets.Shown;
        writer.Entities = pipeline.Decisions.Entities.ToChoices(); // before the articles: by them a name is laid out under another kind
        foreach (var add in OnAllThreads(spool, spool.NewestFirst(), article => writer.Prepare(_names.Settle(rules.Clean(article))), RebuildStage.Index)) add();
        progress?.Report(new RebuildProgress(RebuildStage.Commit, 0, 1, spool.Count, _rejected));
        writer.Commit();
        return Report(spool, learned.Boilerplate.Count, rules.Removed);
    }

    private Learned Learn(Spool spool)
    {
        var repeats = _repeats!;
        var forms = new NameForms();
        var (number, sampleEvery) = (0, writer.BeginLearning(spool.Count));
        foreach (var (article, sight) in OnAllThreads(spool, spool.InOrder(), article => (article, repeats.See(article)), RebuildStage.Learn))
        {
            _outlets.Count(article.Outlet ?? FacetNames.NoValue);
            _years.Count(article.Published?.Text[..4] ?? FacetNames.NoValue);
            forms.Count(article);
            _loneNames.Count(article);
            repeats.Look(sight);
            if (number++ % sampleEvery == 0) writer.Learn(article);
        }

        _repeats = null; // a large sketch, and the index needs the memory
        (_names, var loneNames) = _loneNames.Learn(key => forms.Shown("person", key));
        return forms.Learn() with { Boilerplate = repeats.Learn(), LoneNames = loneNames };
    }

    private RebuildReport Report(Spool spool, int boilerplate, long boilerplateRemoved) => new(
        spool.Count, _rejected, _repetitions.Sum(), _outlets.Top(OutletsListed), _years.Top(int.MaxValue), _outlets.Distinct, boilerplate, boilerplateRemoved)
    { Counts = _counts };

    /// <summary>Articles of the spool, each mapped on any thread, in their order.</summary>
    private IEnumerable<T> OnAllThreads<T>(Spool spool, IEnumerable<List<SpooledLine>> lines, Func<Article, T> map, RebuildStage stage)
    {
        long done = 0;
        _garbage.Clear();
        foreach (var batch in OrderedWork.Map(lines, batch => batch.ConvertAll(line => map(Article(line))), pipeline.Workers))
        {
            foreach (var result in batch)
            {
                cancellation.ThrowIfCancellationRequested();
                if (done++ % ReportEvery == 0)
                {
                    progress?.Report(new RebuildProgress(stage, done - 1, spool.Count, done - 1, _rejected));
                    _garbage.Look();
                }
                yield return result;
            }
        }
        progress?.Report(new RebuildProgress(stage, spool.Count, spool.Count, spool.Count, _rejected));
    }

    private Article Article(SpooledLine line)
    {
        var article = line.Read();
        return line.NewId is { } id ? pipeline.Decisions.Corrections.Receive(article with { Id = id }, formerId: article.Id) : article;
    }

    private sealed class ExtractProgress(IProgress<RebuildProgress> progress) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) =>
            progress.Report(new RebuildProgress(RebuildStage.Extract, value.Bytes, value.TotalBytes, value.Articles, value.Rejected) { DoneBefore = value.BytesBefore, ArticlesBefore = value.ArticlesBefore });
    }
}
