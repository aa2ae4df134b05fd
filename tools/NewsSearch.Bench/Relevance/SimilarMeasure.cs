using NewsSearch.Archive;
using NewsSearch.Ingest;

namespace NewsSearch.Bench.Relevance;

/// <summary>Articles grouped by event -> for how many of them another of the event is among the first similar ones.</summary>
internal sealed record SimilarMeasure(int Articles, int First, int InFirstThree)
{
    /// <summary>Asks for the articles like every one of an event that has others.</summary>
    /// <param name="folder">Holds <c>docs.jsonl.gz</c> and <c>clusters.tsv</c>, lines of an id and an event between tabs.</param>
    /// <param name="indexFolder">Where the index is made.</param>
    /// <param name="cancellation">Ends it.</param>
    public static SimilarMeasure Of(string folder, string indexFolder, CancellationToken cancellation)
    {
        Rebuild.Run(IngestPipeline.Default, [Path.Combine(folder, "docs.jsonl.gz")], indexFolder, "newssearch-bench", ArticleArchive.DefaultMemoryBytes, _ => { }, null, cancellation);
        using var archive = ArticleArchive.Open(indexFolder);
        var lines = File.ReadLines(Path.Combine(folder, "clusters.tsv")).Select(line => line.Split('\t')).Where(line => line.Length > 1);
        var eventOf = lines.Where(line => archive.Find(line[0]) is not null).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        var sizes = eventOf.Values.CountBy(story => story, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int articles = 0, first = 0, inFirstThree = 0;
        foreach (var (id, story) in eventOf.Where(article => sizes[article.Value] > 1))
        {
            articles++;
            var similar = archive.Similar(id, 3, cancellation);
            if (similar.Count > 0 && IsOfStory(similar[0])) first++;
            if (similar.Any(IsOfStory)) inFirstThree++;

            bool IsOfStory(SimilarArticle like) => eventOf.GetValueOrDefault(like.Id) == story;
        }

        return new SimilarMeasure(articles, first, inFirstThree);
    }
}
