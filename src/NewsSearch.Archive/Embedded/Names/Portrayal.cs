using NewsSearch.Archive.Embedded.Times;
using NewsSearch.Archive.Names;
using NewsSearch.Archive.Times;
using NewsSearch.Engine;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Archive.Embedded.Names;

/// <summary>A name -> its portrait, by the facets of the articles that have it, and by reading the newest of them.</summary>
internal sealed class Portrayal(Searcher searcher, string kind, TimeCounts times, CancellationToken cancellation)
{
    /// <summary>Articles read for writings and quotations: some ten milliseconds. Taste, as are the next.</summary>
    private const int MostRead = 200;

    private const int MostQuotes = 12, MostWritings = 12, MostOutlets = 8, MostCompanions = 8;

    private readonly Distinction _company = new(searcher, EntityChoices.Facets, cancellation);

    /// <summary>Null where the archive has no such name.</summary>
    public EntityPortrait? Of(string name)
    {
        var shown = searcher.Shown(kind, name);
        if (shown is null || Portrait(shown) is not { Articles: > 0 } portrait) return null;
        return portrait;
    }

    private EntityPortrait Portrait(string name)
    {
        var naming = searcher.Search(Naming(name), cancellation);
        var articles = naming.Hits.Select(hit => ShownArticle.Of(searcher, hit.Doc)).ToList();
        var outlets = Distinction.Counts(naming, "outlet");
        return new EntityPortrait
        {
            Kind = kind,
            Name = name,
            Articles = naming.Total,
            OtherNames = [.. searcher.NamesOf(kind, name).Where(other => other != name).Order(StringComparer.Ordinal)],
            Months = times.Beside(searcher, naming, TimeScale.Month, cancellation),
            Outlets = [.. outlets.Take(MostOutlets)],
            OutletCount = outlets.Count,
            SeenWith = _company.Of(naming, MostCompanions, (facet, other) => facet == kind && other == name),
            Written = Written(name, articles),
            Quotes = kind == "person" ? [.. articles.SelectMany(article => Quotes(name, article)).Take(MostQuotes)] : [],
            ArticlesRead = articles.Count,
        };
    }

    /// <summary>The articles that have the name, newest first, with all that is counted of them. A query, not a filter: the other names of its own facet count beside it.</summary>
    private IndexQuery Naming(string name) => new(new FieldNode(kind, new PlainWord(name, default), default), ArticleSchema.BindingByName)
    {
        Facets =
        [
            .. _company.Facets,
            new FacetRequest("outlet", int.MaxValue, FacetOrder.NameDescending, []),
            TimeCounts.Facet(TimeScale.Month),
        ],
        Sort = new NumberSort(ArticleSchema.FirstInstant, IsDescending: true),
        Count = MostRead,
    };

    private NameCount[] Written(string name, IEnumerable<Article> articles) =>
    [
        .. articles.SelectMany(article => Entities(article).Where(entity => entity.Name == name).SelectMany(entity => entity.Mentions).Select(mention => string.Join(' ', article.Body[mention.Start..mention.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            .CountBy(writing => writing, StringComparer.Ordinal).OrderByDescending(writing => writing.Value).ThenBy(writing => writing.Key, StringComparer.Ordinal)
            .Take(MostWritings).Select(writing => new NameCount(writing.Key, writing.Value)),
    ];

    private IReadOnlyList<NamedEntity> Entities(Article article) => kind switch { "person" => article.People, "org" => article.Organisations, _ => article.Places };

    private static IEnumerable<PortraitQuote> Quotes(string name, Article article) => article.Quotes.Where(quote => quote.Speaker == name)
        .Select(quote => new PortraitQuote(quote, article.Id, DisplayTitle.Of(article), article.Title is not null, article.Outlet, article.Published));
}
