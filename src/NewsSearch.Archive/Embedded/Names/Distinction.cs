using NewsSearch.Archive.Names;
using NewsSearch.Engine;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Archive.Embedded.Names;

/// <summary>Some articles -> the values that they have more often than chance would have it, against all of the archive.</summary>
internal sealed class Distinction(Searcher searcher, IReadOnlyList<string> facets, CancellationToken cancellation)
{
    /// <summary>Values that the articles have most often, among which are those that are there surely not by chance. Taste.</summary>
    private const int Candidates = 200;

    /// <summary>Below this ratio two things may well be together by chance (p = 0.001 for one degree of freedom).</summary>
    private const double LeastRatio = 10.83;

    /// <summary>What is to be counted of the articles.</summary>
    public IEnumerable<FacetRequest> Facets => facets.Select(facet => new FacetRequest(facet, Candidates, FacetOrder.Count, []));

    /// <summary>Facet -> values, the surest first.</summary>
    /// <param name="some">The articles, counted by <see cref="Facets"/>, with nothing chosen in any of them.</param>
    /// <param name="most">Most values of a facet.</param>
    /// <param name="isLeftOut">Facet and value -> whether it is not to be told.</param>
    public Dictionary<string, IReadOnlyList<Companion>> Of(IndexAnswer some, int most, Func<string, string, bool> isLeftOut)
    {
        var candidates = facets.ToDictionary(facet => facet, facet => Counts(some, facet).Where(value => value.Count > 1 && !isLeftOut(facet, value.Name)).ToList(), StringComparer.Ordinal);
        var totals = searcher.Search(new IndexQuery(new AllNode(default), ArticleSchema.Binding)
        {
            Facets = [.. candidates.Select(facet => new FacetRequest(facet.Key, 0, FacetOrder.Count, [.. facet.Value.Select(value => value.Name)]))],
            Count = 0,
        }, cancellation);
        return candidates.ToDictionary(facet => facet.Key, IReadOnlyList<Companion> (facet) => Surest(facet.Value, Counts(totals, facet.Key)), StringComparer.Ordinal);

        Companion[] Surest(List<NameCount> values, List<NameCount> counts)
        {
            var articles = counts.ToDictionary(value => value.Name, value => value.Count, StringComparer.Ordinal);
            return
            [
                .. values.Select(value => new Companion(value.Name, value.Count, articles[value.Name], LogLikelihood.Ratio(value.Count, some.Total, articles[value.Name], searcher.DocCount)))
                    .Where(value => value.Score >= LeastRatio).OrderByDescending(value => value.Score).ThenBy(value => value.Name, StringComparer.Ordinal).Take(most),
            ];
        }
    }

    /// <summary>The values of a facet, most articles first.</summary>
    public static List<NameCount> Counts(IndexAnswer answer, string facet) =>
        [.. answer.Facets[facet].Where(value => value.Value is not null).OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Select(value => new NameCount(value.Value!, value.Count))];
}
