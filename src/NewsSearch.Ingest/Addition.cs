using NewsSearch.Archive;
using NewsSearch.Ingest.Boilerplate;
using NewsSearch.Ingest.Entities.Naming;
using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest;

/// <summary>Sources -> changes of a live index, by what the last rebuild learned; nothing is learned anew.</summary>
public static class Addition
{
    /// <summary>Adds the articles of some sources; the caller commits.</summary>
    /// <param name="pipeline">Makes the articles.</param>
    /// <param name="sources">Files and folders.</param>
    /// <param name="writer">Takes the articles.</param>
    /// <param name="live">The article that the index has under an id, if any: of two versions the newer stays.</param>
    /// <param name="reject">Told of everything that gave no article.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the run between two articles.</param>
    public static AdditionReport Run(
        IngestPipeline pipeline, IReadOnlyList<string> sources, IArticleWriter writer, Func<string, Article?> live, Action<Rejection> reject,
        IProgress<IngestProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(live);
        var rules = new LearnedRules(writer.Learned.Boilerplate, pipeline.Decisions.RulesOff);
        var names = LoneNameRules.Of(writer.Learned.LoneNames);
        var register = new IdRegister(renames: false);
        var repetitions = new RepetitionTally();
        var counts = new IngestCounts();
        long added = 0;
        var entry = 0;
        foreach (var read in pipeline.Read(sources, reject, counts, progress, cancellation))
        {
            var article = names.Settle(rules.Clean(read));
            var known = register.Knows(article.Id) ? null : live(article.Id);
            if (known is not null) register.Register(known, entry++);
            var repeated = register.Register(article, entry++).Repeated;
            repetitions.Count(repeated);
            if (repeated is null) added++;
            if (repeated?.Kind is Repetition.Older || (repeated?.Kind is Repetition.Same && known is null)) continue;
            writer.Add(article); // also the text that the index has: its other fields may be better now
        }
        return new AdditionReport(added, repetitions.Sum(), rules.Removed, counts);
    }
}

/// <summary>What an addition did.</summary>
/// <param name="Added">Articles that the index did not have.</param>
/// <param name="Repetitions">Those that it had, or that came more than once.</param>
/// <param name="BoilerplateRemoved">How often a learned rule took a paragraph out of an article.</param>
/// <param name="Counts">What was read, by format.</param>
public sealed record AdditionReport(long Added, Repetitions Repetitions, long BoilerplateRemoved, IngestCounts Counts);
