using NewsSearch.Archive;

namespace NewsSearch.Bench.Relevance;

/// <summary>Our ranking: the archive itself, over a temporary index, asked for any of the words.</summary>
internal sealed class ArchiveRanking : IRanking
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("newssearch-relevance-");

    public ArchiveRanking(IEnumerable<Article> articles)
    {
        using (var writer = ArticleArchive.OpenWriter(_directory.FullName, "newssearch-bench relevance"))
        {
            foreach (var article in articles) writer.Add(article);
            writer.Commit();
            writer.FinishMerges();
        }

        Archive = ArticleArchive.Open(_directory.FullName);
    }

    /// <summary>The archive, for what else there is to ask it.</summary>
    public IArticleArchive Archive { get; }

    public IReadOnlyList<string> Best(string query) =>
        [.. Archive.Search(new SearchRequest { Query = query, Match = MatchMode.Any, Sort = SortOrder.Relevance, CountFacets = [] }).Hits.Select(hit => hit.Id)];

    public void Dispose()
    {
        Archive.Dispose();
        _directory.Delete(recursive: true);
    }
}
