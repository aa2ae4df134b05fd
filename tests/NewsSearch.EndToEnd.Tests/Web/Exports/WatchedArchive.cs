using System.Collections.Concurrent;
using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Archive.Times;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

/// <summary>One export: how many articles were read for it, and when it was let go.</summary>
internal sealed class Reading
{
    public int Articles { get; set; }

    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>An archive that tells how its exports are read, and can fail in the middle of one.</summary>
internal sealed class WatchedArchive(IArticleArchive archive, ConcurrentQueue<Reading> readings) : IArticleArchive
{
    public int FailsAfter { get; init; } = int.MaxValue;

    public IEnumerable<Article> Export(SearchRequest request, CancellationToken cancellation = default)
    {
        var reading = new Reading();
        readings.Enqueue(reading);
        try
        {
            foreach (var article in archive.Export(request, cancellation))
            {
                if (reading.Articles++ >= FailsAfter) throw new ArchiveException(ArchiveProblem.Damaged, "A file is damaged.");
                yield return article;
            }
        }
        finally
        {
            reading.Ended.TrySetResult();
        }
    }

    public SearchPage Search(SearchRequest request, CancellationToken cancellation = default) => archive.Search(request, cancellation);

    public Article? Find(string id) => archive.Find(id);

    public MarkedArticle? FindMarked(string id, SearchRequest request, CancellationToken cancellation = default) => archive.FindMarked(id, request, cancellation);

    public IReadOnlyList<SimilarArticle> Similar(string id, int count, CancellationToken cancellation = default) => archive.Similar(id, count, cancellation);

    public IEnumerable<DatedId> Ids(SearchRequest request, long skip = 0, CancellationToken cancellation = default) => archive.Ids(request, skip, cancellation);

    public IReadOnlyDictionary<string, IReadOnlyList<Completion>> Complete(string typed, int count, CancellationToken cancellation = default) => archive.Complete(typed, count, cancellation);

    public IReadOnlyList<ShownValue> Values(string facet, CancellationToken cancellation = default) => archive.Values(facet, cancellation);

    public ListedValues List(string facet, SearchRequest request, ValueListing listing, CancellationToken cancellation = default) => archive.List(facet, request, listing, cancellation);

    public IReadOnlyList<PeriodCount> Timeline(SearchRequest request, TimeScale scale, CancellationToken cancellation = default) => archive.Timeline(request, scale, cancellation);

    public IReadOnlyDictionary<string, IReadOnlyList<Companion>> Distinctive(SearchRequest request, IReadOnlyList<string> facets, int count, CancellationToken cancellation = default) => archive.Distinctive(request, facets, count, cancellation);

    public EntityPortrait? Portrait(string kind, string name, CancellationToken cancellation = default) => archive.Portrait(kind, name, cancellation);

    public ArchiveStats Stats() => archive.Stats();

    public IReadOnlyList<RepeatedPassage> Boilerplate() => archive.Boilerplate();

    public void Dispose() => archive.Dispose();
}
