using NewsSearch.Archive;
using NewsSearch.Ingest.Entities.Naming;
using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Ingest.Quotes;

namespace NewsSearch.Ingest.Entities;

/// <summary>Names in news: a tagger finds the mentions, grouping tells which of them are one.</summary>
/// <remarks>The tagger was trained on English; in an article of another language only names of the gazetteer are found.</remarks>
public sealed class NameExtractor : IEntityExtractor
{
    /// <summary>Names are looked for in this many characters of the body; no article is longer, and a dump that is must not take all memory.</summary>
    internal const int LongestText = 1 << 20;

    /// <inheritdoc/>
    public EntityMentions Extract(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Body.Length == 0) return EntityMentions.None;
        var body = article.Body.Length > LongestText ? article.Body[..LongestText] : article.Body;
        var mentions = article.IsOfOtherLanguage ? GazetteerTagger.Tag(body) : TaggerModel.Shared.Tag(body);
        return ArticleNaming.Of(body, mentions);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Quotation> Quotes(Article article) => QuoteFinder.Find(article);
}
