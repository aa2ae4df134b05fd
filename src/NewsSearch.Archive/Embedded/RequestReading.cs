using NewsSearch.Archive.Embedded.Times;
using NewsSearch.Archive.Reading;
using NewsSearch.Archive.Times;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Archive.Embedded;

/// <summary>A request as the engine reads it: the query tree with the range of days, the filters, the order, and notes.</summary>
internal sealed class RequestReading
{
    private readonly SearchRequest _request;
    private readonly QueryNode _root;
    private readonly PeriodNode? _range;
    private readonly List<QueryNote> _notes;

    public RequestReading(SearchRequest request)
    {
        _request = request;
        var parsed = Parse(request.Match);
        (Words, _notes) = (parsed.Root, [.. parsed.Notes]);
        _range = Range();
        _root = _range is null ? Words : new AndNode([Words, _range], Words.Span);
        Sort = request.Sort ?? (Words is AllNode ? SortOrder.Newest : SortOrder.Relevance);
    }

    /// <summary>The tree of the query text alone: what is marked in texts.</summary>
    public QueryNode Words { get; }

    public SortOrder Sort { get; }

    public IReadOnlyList<QueryNote> Notes => _notes;

    /// <summary>How the request was read, filters included.</summary>
    public string InWords => SearchInWords.Of(Words, _range, Chosen);

    /// <summary>Whether the query text means something else with the other way of combining bare words.</summary>
    public bool MatchMatters => QueryPrinter.Print(Words) != QueryPrinter.Print(Parse(_request.Match == MatchMode.Any ? MatchMode.All : MatchMode.Any).Root);

    private IEnumerable<KeyValuePair<string, FacetChoice>> Chosen =>
        FacetNames.All.Where(_request.Facets.ContainsKey).Select(facet => KeyValuePair.Create(facet, _request.Choice(facet)));

    /// <param name="offset">Hits to skip.</param>
    /// <param name="count">Hits to return.</param>
    /// <param name="withFacets">Whether to count facets.</param>
    public IndexQuery Query(int offset, int count, bool withFacets) => new(_root, ArticleSchema.Binding)
    {
        Filters = [.. Chosen.Select(facet => new KeywordFilter(facet.Key, Keys(facet.Value.Include), Keys(facet.Value.Exclude)))],
        Facets = withFacets ? [.. _request.CountFacets.Where(facet => FacetNames.All.Contains(facet)).Distinct().Select(Facet)] : [],
        Sort = Sort == SortOrder.Relevance ? null : new NumberSort(ArticleSchema.FirstInstant, IsDescending: Sort == SortOrder.Newest),
        Offset = offset,
        Count = count,
    };

    private ParsedQuery Parse(MatchMode match) => QueryParser.Parse(_request.Query, ArticleSchema.Binding.Syntax, match == MatchMode.Any);

    private FacetRequest Facet(string facet)
    {
        var choice = _request.Choice(facet);
        var always = Keys(choice.Include.AddRange(choice.Exclude));
        return facet == ArticleSchema.Date
            ? TimeCounts.Facet(TimeScale.Month) with { Always = always }
            : new FacetRequest(facet, (int)Math.Min(int.MaxValue, (long)_request.FacetSize + always.Length), FacetOrder.Count, always); // those chosen may be among the most frequent
    }

    private static string?[] Keys(IEnumerable<string> values) => [.. values.Select(value => value == FacetNames.NoValue ? null : value)];

    private PeriodNode? Range()
    {
        var from = Bound(_request.From, "from");
        var to = Bound(_request.To, "to");
        return from is null && to is null ? null : new PeriodNode(ArticleSchema.Date, from, to, Words.Span);
    }

    private string? Bound(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (PeriodBound.FirstDay(text.Trim()) is not null) return text.Trim();
        _notes.Add(new QueryNote($"“{text}” ({name}) is no date; write 2024, 2024-02 or 2024-02-20. It was left out.", 0, 0));
        return null;
    }
}
