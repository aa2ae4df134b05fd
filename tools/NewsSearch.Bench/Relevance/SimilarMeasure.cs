using NewsSearch.Archive;
using NewsSearch.Ingest;

namespace NewsSearch.Bench.Relevance;

/// <summary>Articles grouped by event: for how many of them another of the event is the first similar one, and among the first three.</summary>
/// <remarks>A set holds <c>docs.jsonl.gz</c> and <c>clusters.tsv</c>, lines of an id and an event between tabs.</remarks>
internal sealed class SimilarMeasure(params string[] sets) : IMeasure
{
    private const double AtLeastInThree = 0.80;

    public string Name => "similar";

    public IEnumerable<MeasureRow> Run(SharedData data, CancellationToken stopped)
    {
        foreach (var set in sets)
        {
            var (first, inThree) = Shares(data, set, stopped);
            yield return new MeasureRow("similar: of the event, first", set, first, null, 0);
            yield return new MeasureRow("in the first three", set, inThree, null, AtLeastInThree);
        }
    }

    private static (double First, double InThree) Shares(SharedData data, string set, CancellationToken stopped)
    {
        var folder = Directory.CreateTempSubdirectory("newssearch-bench-");
        try
        {
            Rebuild.Run(IngestPipeline.Default, [data.Path(set, "docs.jsonl.gz")], folder.FullName, "newssearch-bench", ArticleArchive.DefaultMemoryBytes, _ => { }, cancellation: stopped);
            using var archive = ArticleArchive.Open(folder.FullName);
            return Shares(archive, File.ReadLines(data.Path(set, "clusters.tsv")).Select(line => line.Split('\t')).Where(line => line.Length > 1), stopped);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double First, double InThree) Shares(IArticleArchive archive, IEnumerable<string[]> events, CancellationToken stopped)
    {
        var eventOf = events.Where(line => archive.Find(line[0]) is not null).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        var sizes = eventOf.Values.CountBy(story => story, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int articles = 0, first = 0, inThree = 0;
        foreach (var (id, story) in eventOf.Where(article => sizes[article.Value] > 1))
        {
            articles++;
            var similar = archive.Similar(id, 3, stopped);
            if (similar.Count > 0 && IsOfStory(similar[0])) first++;
            if (similar.Any(IsOfStory)) inThree++;

            bool IsOfStory(SimilarArticle like) => eventOf.GetValueOrDefault(like.Id) == story;
        }

        return ((double)first / articles, (double)inThree / articles);
    }
}
