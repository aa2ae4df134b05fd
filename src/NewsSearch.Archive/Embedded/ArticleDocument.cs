using NewsSearch.Engine.Documents;

namespace NewsSearch.Archive.Embedded;

/// <summary>Article -> document of the engine.</summary>
internal static class ArticleDocument
{
    /// <param name="article">The article, as it is stored.</param>
    /// <param name="laidOut">The same, its names under the kinds under which they are found.</param>
    public static IndexDocument Of(Article article, Article laidOut)
    {
        var document = new IndexDocument { Language = article.Language ?? "" };
        document.AddKeyword(ArticleSchema.Id, article.Id);
        if (article.Title is not null) document.AddText(ArticleSchema.Title, article.Title);
        document.AddText(ArticleSchema.Body, article.Body);
        foreach (var quote in article.Quotes) document.AddText(ArticleSchema.Quotes, quote.Text);
        foreach (var removal in article.Removed) document.AddText(ArticleSchema.Removed, removal.Text);
        foreach (var (facet, value) in FacetValues(laidOut))
        {
            if (!string.IsNullOrWhiteSpace(value)) document.AddKeyword(facet, value);
        }

        if (article.Published is { } published) AddDate(document, published);
        document.SetStored(ArticleSchema.Head, ArticleHead.Of(article).ToUtf8());
        document.SetStored(ArticleSchema.Whole, ArticleJson.ToUtf8(article));
        return document;
    }

    /// <summary>The values of a date at every level: year, month, day, with XX for what is not known.</summary>
    internal static IEnumerable<string> DateValues(PublicationDate date)
    {
        var day = date.FirstDay.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        yield return day[..4];
        yield return date.Precision == DatePrecision.Year ? $"{day[..4]}-XX" : day[..7];
        if (date.Precision == DatePrecision.Month) yield return $"{day[..7]}-XX";
        if (date.Precision >= DatePrecision.Day) yield return day;
    }

    /// <summary>Facet name and value, where the article has one.</summary>
    internal static IEnumerable<(string Facet, string? Value)> FacetValues(Article article) =>
    [
        ("outlet", article.Outlet),
        .. article.People.Where(entity => !entity.IsLone).Select(entity => ("person", entity.Name)),
        .. article.Organisations.Select(entity => ("org", entity.Name)),
        .. article.Places.Select(entity => ("place", entity.Name)),
        .. article.Agencies.Select(agency => ("agency", agency)),
        .. article.Authors.Select(author => ("author", author)),
        ("section", article.Section),
        ("lang", article.Language),
    ];

    private static void AddDate(IndexDocument document, PublicationDate date)
    {
        foreach (var value in DateValues(date)) document.AddKeyword(ArticleSchema.Date, value);
        document.SetNumber(ArticleSchema.FirstInstant, date.First.ToUnixTimeSeconds());
        document.SetNumber(ArticleSchema.LastInstant, date.Last.ToUnixTimeSeconds());
        document.SetNumber(ArticleSchema.FirstDay, date.FirstDay.DayNumber);
        document.SetNumber(ArticleSchema.LastDay, date.LastDay.DayNumber);
    }
}
