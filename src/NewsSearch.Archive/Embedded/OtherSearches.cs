using NewsSearch.Engine;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Archive.Embedded;

/// <summary>A search and its number of hits -> the searches to offer beside it, each counted and none without hits.</summary>
/// <remarks>It only counts, and only so much: counts of long queries and of patterns use up its budget sooner, and what is not counted is not offered.</remarks>
internal sealed class OtherSearches(Searcher searcher, SearchRequest request, RequestReading reading, CancellationToken cancellation)
{
    /// <summary>Searches with one part of the query less that are offered. Taste.</summary>
    private const int MostWithLess = 3;

    /// <summary>What a pattern costs beside a word, whose documents the dictionary gives at once. Taste.</summary>
    private const int PatternEffort = 50;

    /// <summary>Words that may be looked up in all counts together. Taste: every offer for a query of five words.</summary>
    private int _budget = 300;

    private SearchRequest Unfiltered => request with { Facets = request.Facets.Clear(), From = null, To = null };

    /// <summary>The query as probably meant; without hits, also what finds something with less.</summary>
    public IEnumerable<Suggestion> Suggest(long total)
    {
        var offers = Spelling();
        if (total == 0) offers = offers.Concat(Any()).Concat(Unquoted()).Concat(WithFewerWords()).Concat(WithFewerFilters());
        List<Suggestion> found = [.. offers.Where(offer => offer.Total > 0)];
        return total > 0 || found.Count > 0 ? found : WithoutFilters();
    }

    /// <summary>A note where only what cleaning removed has the words.</summary>
    public IEnumerable<Note> OnlyRemoved(long total)
    {
        if (total > 0 || reading.Words is AllNode) yield break;
        var found = Count(reading, inRemovedToo: true);
        if (found > 0)
            yield return new Note($"Found only in what cleaning removed (navigation, comments …) of {(found == 1 ? "1 article" : FormattableString.Invariant($"{found:N0} articles"))}.", 0, 0);
    }

    private IEnumerable<Suggestion> Spelling()
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        var meant = searcher.DidYouMean(request.Query, reading.Words, ArticleSchema.Binding, Together, request.Match == MatchMode.All, cancellation);
        if (meant is null) yield break;
        var other = request with { Query = meant, Page = 1 };
        yield return new Suggestion(SuggestionKind.Spelling, $"did you mean “{meant}”?", other, Count(other));

        long Together(string query)
        {
            if (!known.TryGetValue(query, out var count)) known[query] = count = Count(request with { Query = query, Match = MatchMode.All });
            return count;
        }
    }

    private IEnumerable<Suggestion> Any()
    {
        if (request.Match == MatchMode.Any) yield break;
        var other = request with { Match = MatchMode.Any, Page = 1 };
        if (new RequestReading(other).Words is OrNode) yield return new Suggestion(SuggestionKind.AnyWord, "any of these words", other, Count(other));
    }

    private IEnumerable<Suggestion> Unquoted()
    {
        if (LessOfQuery.WithoutQuotes(request.Query, reading.Words) is not { } words) yield break;
        var other = request with { Query = words, Match = MatchMode.All, Page = 1 };
        yield return new Suggestion(SuggestionKind.Unquoted, "these words, not as a phrase", other, Count(other));
    }

    private List<Suggestion> WithFewerWords()
    {
        if (reading.Words is not AndNode { Children.Count: <= LessOfQuery.MostParts } and) return [];
        var less = new LessOfQuery(request, and);
        var one = Enumerable.Range(0, and.Children.Count).Select(part => Offer([part])).OfType<Suggestion>()
            .Where(offer => offer.Total > 0).OrderByDescending(offer => offer.Total).Take(MostWithLess).ToList();
        return one.Count > 0 ? one : [.. Rarest()];

        Suggestion? Offer(List<int> dropped) => less.Without(dropped) is not { } query ? null : WithQuery(query, less.InWords(dropped));

        Suggestion WithQuery(string query, string words)
        {
            var other = request with { Query = query, Page = 1 };
            return new Suggestion(SuggestionKind.FewerWords, words, other, Count(other));
        }

        // One part less does not do, so they go rarest first until something is found.
        IEnumerable<Suggestion> Rarest()
        {
            int[] order = [.. Enumerable.Range(0, and.Children.Count).OrderBy(part => and.Children[part] is NotNode ? -1 : Count(request with { Query = less.Alone(part) }))];
            for (var dropped = 2; dropped < order.Length; dropped++)
            {
                if (Offer([.. order.Take(dropped)]) is not { Total: > 0 } offer) continue;
                yield return offer;
                yield break;
            }
        }
    }

    private IEnumerable<Suggestion> WithFewerFilters() => FewerFilters()
        .Select(filter => new Suggestion(SuggestionKind.FewerFilters, filter.Words, filter.Other with { Page = 1 }, Count(filter.Other)) { Without = filter.Without });

    /// <summary>The search without each of its filters, and without any.</summary>
    private List<(string Words, SearchRequest Other, List<LeftOut> Without)> FewerFilters()
    {
        List<(string Words, SearchRequest Other, List<LeftOut> Without)> fewer = [];
        foreach (var (facet, choice) in request.Facets)
        {
            List<LeftOut> values = [.. choice.Include.Select(value => new LeftOut(facet, value)), .. choice.Exclude.Select(value => new LeftOut("-" + facet, value))];
            var words = string.Join(", ", choice.Include.Concat(choice.Exclude.Select(value => "not " + value)));
            fewer.Add(($"without the filter {facet}: {words}", request.With(facet, FacetChoice.None), values));
        }

        List<LeftOut> range = [.. request.From is { } from ? [new LeftOut("from", from)] : Array.Empty<LeftOut>(), .. request.To is { } to ? [new LeftOut("to", to)] : Array.Empty<LeftOut>()];
        if (range.Count > 0) fewer.Add(("without the range of dates", request with { From = null, To = null }, range));
        if (fewer.Count > 1) fewer.Add(("without any filter", Unfiltered, [.. fewer.SelectMany(filter => filter.Without)]));
        return fewer;
    }

    /// <summary>Where nothing is found with the filters: what would be offered without them, where that finds nothing either.</summary>
    private IEnumerable<Suggestion> WithoutFilters()
    {
        List<LeftOut> filters = [.. FewerFilters().SelectMany(filter => filter.Without).Distinct()];
        return filters.Count == 0 ? [] : new OtherSearches(searcher, Unfiltered, new RequestReading(Unfiltered), cancellation).Suggest(0)
            .Select(offer => offer with { Text = offer.Text + " (without any filter)", Without = filters });
    }

    private static int Effort(QueryNode node) => node switch
    {
        PlainWord => 1,
        WordNode => PatternEffort,
        PhraseNode phrase => phrase.Words.Sum(Effort),
        AndNode and => and.Children.Sum(Effort),
        OrNode or => or.Children.Sum(Effort),
        NotNode not => Effort(not.Child),
        FieldNode field => Effort(field.Child),
        _ => 1,
    };

    private long Count(SearchRequest other) => Count(new RequestReading(other), inRemovedToo: false);

    private long Count(RequestReading other, bool inRemovedToo)
    {
        _budget -= Effort(other.Words);
        if (_budget < 0) return 0;
        var query = other.Query(0, 0, withFacets: false);
        return searcher.Search(inRemovedToo ? query with { Binding = ArticleSchema.BindingWithRemoved } : query, cancellation).Total;
    }
}
