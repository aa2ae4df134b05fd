using NewsSearch.Engine;
using NewsSearch.Engine.Highlighting;

namespace NewsSearch.Archive.Embedded;

/// <summary>What a query matches in an article: marks in the title as it is displayed, and in the body.</summary>
internal sealed record ArticleMarks(IReadOnlyList<Mark> Title, IReadOnlyList<Mark> Body)
{
    /// <param name="highlighter">Of the query.</param>
    /// <param name="searcher">Knows under which names values are found.</param>
    /// <param name="article">As shown.</param>
    /// <param name="displayTitle">Its title, or the first words that stand for it.</param>
    /// <param name="cancellation">Ends the reading of a long text.</param>
    public static ArticleMarks Of(Highlighter highlighter, Searcher searcher, Article article, string displayTitle, CancellationToken cancellation)
    {
        var said = article.Quotes.Select(quote => new Mark(quote.Start, quote.End)).ToList();
        var body = new DocumentText(ArticleSchema.Body, article.Body) { Parts = new Dictionary<string, IReadOnlyList<Mark>> { ["said"] = said } };
        DocumentText[] texts = article.Title is null ? [body] : [body, new DocumentText(ArticleSchema.Title, article.Title)];
        var document = new DocumentTexts(texts, article.Language ?? "")
        {
            Values = field => ArticleDocument.FacetValues(article)
                .Where(value => value.Facet == field && !string.IsNullOrWhiteSpace(value.Value))
                .SelectMany(value => searcher.NamesOf(field, value.Value!)),
            Period = _ => article.Published is { } published ? (published.FirstDay, published.LastDay) : null,
        };
        var marks = highlighter.Marks(document, cancellation);
        var title = displayTitle == article.Title ? marks[1] : Inside(marks[0], article.Body, displayTitle);
        return new ArticleMarks(title, marks[0]);
    }

    /// <summary>The marks of the body that lie in the stretch from which the title was taken.</summary>
    private static IReadOnlyList<Mark> Inside(IReadOnlyList<Mark> marks, string body, string title)
    {
        var words = title.EndsWith(DisplayTitle.Ellipsis, StringComparison.Ordinal) ? title[..^DisplayTitle.Ellipsis.Length] : title;
        var start = body.IndexOf(words, StringComparison.Ordinal);
        if (start < 0) return [];
        return [.. marks.Where(mark => mark.Start >= start && mark.End <= start + words.Length).Select(mark => mark with { Start = mark.Start - start, End = mark.End - start })];
    }
}
