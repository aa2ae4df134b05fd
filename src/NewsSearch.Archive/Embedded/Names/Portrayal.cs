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
    /// <summary>Articles read for writings and quotations: some ten milliseconds. Taste, as are the next four.</summary>
    private const int MostRead = 200;

    private const int MostQuotes = 12, MostWritings = 12, MostOutlets = 8, MostCompanions = 8;

    /// <summary>Names most often in the same articles, among which are those that are there surely not by chance.</summary>
    private const int Candidates = 200;

    /// <summary>Below this ratio two names may well be together by chance (p = 0.001 for one degree of freedom).</summary>
    private const double LeastRatio = 10.83;

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
        var outlets = Counts(naming, "outlet");
        return new EntityPortrait
        {
            Kind = kind,
            Name = name,
            Articles = naming.Total,
            OtherNames = [.. searcher.NamesOf(kind, name).Where(other => other != name).Order(StringComparer.Ordinal)],
            Months = times.Beside(searcher, naming, TimeScale.Month, cancellation),
            Outlets = [.. outlets.Take(MostOutlets)],
            OutletCount = outlets.Count,
            SeenWith = SeenWith(name, naming),
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
            .. EntityChoices.Facets.Select(facet => new FacetRequest(facet, Candidates, FacetOrder.Count, [])),
            new FacetRequest("outlet", int.MaxValue, FacetOrder.NameDescending, []),
            TimeCounts.Facet(TimeScale.Month),
        ],
        Sort = new NumberSort(ArticleSchema.FirstInstant, IsDescending: true),
        Count = MostRead,
    };

    private static List<NameCount> Counts(IndexAnswer answer, string facet) =>
        [.. answer.Facets[facet].Where(value => value.Value is not null).OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Select(value => new NameCount(value.Value!, value.Count))];

    private Dictionary<string, IReadOnlyList<Companion>> SeenWith(string name, IndexAnswer naming)
    {
        var candidates = EntityChoices.Facets.ToDictionary(facet => facet, facet => Counts(naming, facet).Where(other => other.Count > 1 && !(facet == kind && other.Name == name)).ToList(), StringComparer.Ordinal);
        var totals = searcher.Search(new IndexQuery(new AllNode(default), ArticleSchema.Binding)
        {
            Facets = [.. candidates.Select(facet => new FacetRequest(facet.Key, 0, FacetOrder.Count, [.. facet.Value.Select(other => other.Name)]))],
            Count = 0,
        }, cancellation);
        return candidates.ToDictionary(facet => facet.Key, IReadOnlyList<Companion> (facet) => Surest(facet.Value, Counts(totals, facet.Key)), StringComparer.Ordinal);

        Companion[] Surest(List<NameCount> others, List<NameCount> counts)
        {
            var articles = counts.ToDictionary(other => other.Name, other => other.Count, StringComparer.Ordinal);
            return
            [
                .. others.Select(other => new Companion(other.Name, other.Count, articles[other.Name], LogLikelihood.Ratio(other.Count, naming.Total, articles[other.Name], searcher.DocCount)))
                    .Where(other => other.Score >= LeastRatio).OrderByDescending(other => other.Score).ThenBy(other => other.Name, StringComparer.Ordinal).Take(MostCompanions),
            ];
        }
    }

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
