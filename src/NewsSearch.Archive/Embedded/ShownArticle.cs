using System.Runtime.CompilerServices;
using NewsSearch.Archive.Embedded.Attachments;
using NewsSearch.Archive.Embedded.Names;
using NewsSearch.Engine;

namespace NewsSearch.Archive.Embedded;

/// <summary>An article as stored -> as shown: every value through the value map.</summary>
internal static class ShownArticle
{
    /// <summary>What people decided is read once a snapshot, not once an article.</summary>
    private static readonly ConditionalWeakTable<Searcher, RetypedArticle> Retyping = new();

    public static Article Of(Searcher searcher, int doc)
    {
        var article = Retyping.GetValue(searcher, RetypingOf).Of(StoredArticle.Of(searcher, doc));
        return article with
        {
            Outlet = Value("outlet", article.Outlet),
            OutletFrom = Value("outlet", article.Outlet) == article.Outlet ? article.OutletFrom : $"shown for {article.Outlet}, by {article.OutletFrom ?? "given"}",
            Section = Value("section", article.Section),
            Authors = Values("author", article.Authors),
            Agencies = Values("agency", article.Agencies),
            People = Entities("person", article.People),
            Organisations = Entities("org", article.Organisations),
            Places = Entities("place", article.Places),
            Quotes = [.. article.Quotes.Select(quote => quote with { Speaker = Value("person", quote.Speaker) })],
        };

        string? Value(string facet, string? value) => value is null ? null : searcher.Shown(facet, value);

        IReadOnlyList<string> Values(string facet, IReadOnlyList<string> values) =>
            [.. values.Select(value => searcher.Shown(facet, value)).OfType<string>().Distinct(StringComparer.Ordinal)];

        IReadOnlyList<NamedEntity> Entities(string facet, IReadOnlyList<NamedEntity> entities) =>
        [
            .. entities.Select(entity => (Name: entity.IsLone ? entity.Name : searcher.Shown(facet, entity.Name), entity.Mentions, entity.IsLone))
                .Where(entity => entity.Name is not null)
                .GroupBy(entity => (entity.Name, entity.IsLone))
                .Select(group => new NamedEntity(group.Key.Name!, [.. group.SelectMany(entity => entity.Mentions).OrderBy(mention => mention.Start)]) { IsLone = group.Key.IsLone }),
        ];
    }

    private static RetypedArticle RetypingOf(Searcher searcher) =>
        new(searcher.Attachment(EntityNames.Attachment) is { } json ? EntityNames.FromUtf8(json.Span).Choices.Retyped : [], searcher.Shown);
}
