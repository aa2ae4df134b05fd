using System.Collections.Immutable;
using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Web.Search;

/// <summary>One search as its address holds it: URL &lt;-> immutable record that yields the next states.</summary>
/// <remarks>
/// Invariant: <c>Parse(s.ToUrl()) == s</c> for every state of well-formed text that <see cref="SearchUrl"/> would accept.
/// Every new state but another page starts on page 1.
/// </remarks>
internal sealed record SearchState
{
    public const int DefaultSize = 10;

    private readonly ImmutableArray<Filter> _filters = [];

    public string Query { get; init; } = "";

    public MatchMode Match { get; init; }

    /// <summary>Facet values chosen: no two equal, in the order of the facets, so that one search has one address.</summary>
    public ImmutableArray<Filter> Filters
    {
        get => _filters;
        init => _filters = [.. value.Distinct().OrderBy(filter => filter)];
    }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>Null: the archive chooses.</summary>
    public SortOrder? Sort { get; init; }

    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;

    /// <summary>Length of the passages shown of a hit.</summary>
    public int Snippet { get; init; } = SearchRequest.DefaultSnippetLength;

    /// <summary>The facet that is listed at length; null for none.</summary>
    public string? More { get; init; }

    /// <summary>Whether each hit says what its score is made of.</summary>
    public bool Explain { get; init; }

    /// <summary>How many filters are in use; a range of dates counts once.</summary>
    public int FilterCount => Filters.Length + (HasRange ? 1 : 0);

    public bool HasRange => From is not null || To is not null;

    /// <summary>Whether it finds everything, with nothing chosen: the front page.</summary>
    public bool IsHome => this == new SearchState();

    public static SearchState Parse(string url) => SearchUrl.Parse(url).State;

    public SearchState With(Filter filter) => this with { Filters = Without(filter).Filters.Add(filter), Page = 1 };

    /// <summary>Without a value, be it included or excluded.</summary>
    public SearchState Without(Filter filter) =>
        this with { Filters = [.. Filters.Where(other => other.Facet != filter.Facet || other.Value != filter.Value)], Page = 1 };

    public SearchState WithRange(string? from, string? to) => this with { From = from, To = to, Page = 1 };

    public SearchState WithoutFilters() => this with { Filters = [], From = null, To = null, Page = 1 };

    public SearchState WithQuery(string query, MatchMode match) => this with { Query = query, Match = match, Page = 1 };

    public SearchState WithPage(int page) => this with { Page = page };

    public SearchState WithSort(SortOrder sort) => this with { Sort = sort, Page = 1 };

    public SearchState WithSize(int size) => this with { Size = size, Page = 1 };

    public SearchState WithMore(string? facet) => this with { More = facet, Page = 1 };

    public SearchRequest ToRequest() => new()
    {
        Query = Query,
        Match = Match,
        Facets = Filters.GroupBy(filter => filter.Facet, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(facet => facet.Key, Choice, StringComparer.Ordinal),
        From = From,
        To = To,
        Sort = Sort,
        Page = Page,
        Size = Size,
        Explain = Explain,
        SnippetLength = Snippet,
    };

    /// <summary>The parameters in their order; defaults are left out.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Query.Length > 0) yield return ("q", Query);
        if (Match == MatchMode.Any) yield return ("match", "any");
        foreach (var filter in Filters) yield return (filter.Parameter, filter.Value);
        if (From is not null) yield return ("from", From);
        if (To is not null) yield return ("to", To);
        if (Sort is { } sort) yield return ("sort", SearchUrl.Word(sort));
        if (Page != 1) yield return ("page", SearchUrl.Digits(Page));
        if (Size != DefaultSize) yield return ("size", SearchUrl.Digits(Size));
        if (Snippet != SearchRequest.DefaultSnippetLength) yield return ("snippet", SearchUrl.Digits(Snippet));
        if (More is not null) yield return ("more", More);
        if (Explain) yield return ("explain", "1");
    }

    /// <summary>The address, below any path of the site.</summary>
    public string ToUrl(string path = "/")
    {
        var url = new StringBuilder(path);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in Parameters())
        {
            url.Append(separator).Append(name).Append('=').Append(SearchUrl.Escape(value));
            separator = '&';
        }

        return url.ToString();
    }

    public bool Equals(SearchState? other) =>
        other is not null && Query == other.Query && Match == other.Match && Filters.SequenceEqual(other.Filters)
        && From == other.From && To == other.To && Sort == other.Sort && Page == other.Page && Size == other.Size && Snippet == other.Snippet && More == other.More && Explain == other.Explain;

    public override int GetHashCode() => HashCode.Combine(Query, Match, Filters.Length, From, To, Sort, Page, Size);

    private static FacetChoice Choice(IEnumerable<Filter> filters) => new(
        [.. filters.Where(filter => !filter.Excluded).Select(filter => filter.Value)],
        [.. filters.Where(filter => filter.Excluded).Select(filter => filter.Value)]);
}
