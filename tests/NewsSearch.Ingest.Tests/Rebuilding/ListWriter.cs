using NewsSearch.Archive;
using NewsSearch.Archive.Names;

namespace NewsSearch.Ingest.Tests.Rebuilding;

/// <summary>Keeps what it is given.</summary>
internal sealed class ListWriter : IArticleWriter
{
    public List<Article> Articles { get; } = [];

    /// <summary>Ids of the articles shown before any was added.</summary>
    public List<string> Shown { get; } = [];

    public bool IsCommitted { get; private set; }

    public Learned Learned { get; set; } = Learned.Nothing;

    public IReadOnlyDictionary<string, string> OutletAliases { get; set; } = new Dictionary<string, string>();

    public EntityChoices Entities { get; set; } = EntityChoices.None;

    public long AddAgain(SearchRequest request, CancellationToken cancellation) => 0;

    public Article? Stored(string id) => Articles.Find(article => article.Id == id);

    public int BeginLearning(long articles) => 1;

    public void Learn(Article article)
    {
        Assert.Empty(Articles);
        Shown.Add(article.Id);
    }

    public void Add(Article article) => Articles.Add(article);

    public bool Delete(string id) => Articles.RemoveAll(article => article.Id == id) > 0;

    public long Delete(SearchRequest request, CancellationToken cancellation) => 0;

    public void Commit() => IsCommitted = true;

    public void FinishMerges(CancellationToken cancellation)
    {
    }

    public void Dispose()
    {
    }
}
