using NewsSearch.Engine;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Archive.Embedded;

/// <summary>An article as it was added: no value goes through the value map.</summary>
internal static class StoredArticle
{
    public static Article Of(Searcher searcher, int doc) =>
        ArticleJson.Read(searcher.Stored(doc, ArticleSchema.Whole), out var error)
        ?? throw new IndexFormatException(searcher.Commit.Generation, -1, $"stored article {doc} cannot be read: {error}");
}
