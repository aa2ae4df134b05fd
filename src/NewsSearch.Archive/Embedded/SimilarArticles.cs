using NewsSearch.Engine;
using NewsSearch.Engine.Search.Similar;

namespace NewsSearch.Archive.Embedded;

/// <summary>Article -> articles like it, by the words that title, body and names share.</summary>
internal static class SimilarArticles
{
    // How much an occurrence counts beside one in the body. Taste; no other weights were compared.
    private const float TitleWeight = 3f;
    private const float NameWeight = 2f;

    /// <summary>Copies of the article that may stand before others; they are looked through to be put last. Taste.</summary>
    private const int MostCopies = 5;

    public static IReadOnlyList<SimilarArticle> Of(Searcher searcher, int doc, int count, CancellationToken cancellation)
    {
        var article = ShownArticle.Of(searcher, doc);
        var query = new SimilarQuery(ArticleSchema.Binding, [.. Texts(article)], article.Language ?? "") { Without = doc, Count = count + MostCopies };
        var similar = searcher.Similar(query, cancellation).Select(like => Row(searcher, like, article)).ToList();
        return [.. similar.Where(like => !like.IsSameText).Concat(similar.Where(like => like.IsSameText)).Take(count)];
    }

    private static IEnumerable<WeightedText> Texts(Article article)
    {
        if (article.Title is not null) yield return new WeightedText(article.Title, TitleWeight);
        yield return new WeightedText(article.Body, 1);
        foreach (var name in article.People.Concat(article.Organisations).Concat(article.Places)) yield return new WeightedText(name.Name, NameWeight);
    }

    private static SimilarArticle Row(Searcher searcher, SimilarDocument like, Article article)
    {
        var head = ArticleHead.FromUtf8(searcher.Stored(like.Doc, ArticleSchema.Head));
        return new SimilarArticle
        {
            Id = head.Id,
            Title = head.Title,
            HasHeadline = head.HasHeadline,
            Outlet = head.Outlet is null ? null : searcher.Shown("outlet", head.Outlet),
            Published = PublicationDate.TryParse(head.Published),
            Url = head.Url,
            Score = like.Score,
            IsSameText = ShownArticle.Of(searcher, like.Doc).Body == article.Body,
            SharedWords = like.SharedWords,
        };
    }
}
