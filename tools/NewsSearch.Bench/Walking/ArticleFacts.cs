using System.Collections.Immutable;
using NewsSearch.Archive;

namespace NewsSearch.Bench.Walking;

/// <summary>What filters and facets go by, of one article as it is exported.</summary>
internal sealed class ArticleFacts
{
    private readonly ImmutableArray<string[]> _values;

    public ArticleFacts(Article article)
    {
        Id = article.Id;
        Date = article.Published;
        _values =
        [
            .. FacetNames.All.Select(facet => facet switch
            {
                "outlet" => One(article.Outlet),
                "person" => article.People.Where(person => !person.IsLone).Select(person => person.Name),
                "org" => article.Organisations.Select(org => org.Name),
                "place" => article.Places.Select(place => place.Name),
                "agency" => article.Agencies,
                "author" => article.Authors,
                "section" => One(article.Section),
                "lang" => One(article.Language),
                _ => Levels(article.Published),
            }).Select(values => values.Where(value => !string.IsNullOrWhiteSpace(value)).Distinct(StringComparer.Ordinal).ToArray())
                .Select(values => values.Length > 0 ? values : [FacetNames.NoValue]),
        ];
    }

    public string Id { get; }

    public PublicationDate? Date { get; }

    /// <summary>The values in a facet; <c>(none)</c> where there is none.</summary>
    public string[] Values(string facet) => _values[FacetNames.All.IndexOf(facet)];

    /// <summary>Whether it is surely of a time; null is open.</summary>
    public bool IsWithin(DateOnly? first, DateOnly? last) =>
        (first is null && last is null) || (Date is { } date && (first is null || date.FirstDay >= first) && (last is null || date.LastDay <= last));

    private static IEnumerable<string> One(string? value) => value is null ? [] : [value];

    // Year, month and day, as far as they are known; XX for the first that is not.
    private static IEnumerable<string> Levels(PublicationDate? published)
    {
        if (published is null) return [];
        var day = $"{published.FirstDay:yyyy-MM-dd}";
        return published.Precision switch
        {
            DatePrecision.Year => [day[..4], day[..4] + "-XX"],
            DatePrecision.Month => [day[..4], day[..7], day[..7] + "-XX"],
            _ => [day[..4], day[..7], day],
        };
    }
}
