using System.Collections.Immutable;

namespace NewsSearch.Archive;

/// <summary>How a list of bare words is read.</summary>
public enum MatchMode
{
    /// <summary>All of the words.</summary>
    All,

    /// <summary>Any of the words.</summary>
    Any,
}

/// <summary>The order of hits.</summary>
public enum SortOrder
{
    /// <summary>Best first.</summary>
    Relevance,

    /// <summary>Latest published first, undated last.</summary>
    Newest,

    /// <summary>Earliest published first, undated last.</summary>
    Oldest,
}

/// <summary>What was chosen in one facet: included values are ORed, excluded ones are left out.</summary>
public sealed record FacetChoice(ImmutableArray<string> Include, ImmutableArray<string> Exclude)
{
    /// <summary>Nothing chosen.</summary>
    public static FacetChoice None { get; } = new([], []);

    /// <summary>Whether nothing is chosen.</summary>
    public bool IsEmpty => Include.IsEmpty && Exclude.IsEmpty;
}

/// <summary>The names of the facets: the same words in URLs, options and JSON.</summary>
public static class FacetNames
{
    /// <summary>All facets in the order they are shown.</summary>
    public static ImmutableArray<string> All { get; } = ["outlet", "person", "org", "place", "agency", "author", "section", "lang", "date"];

    /// <summary>The value for articles that have none; it can be chosen like any other.</summary>
    public const string NoValue = "(none)";
}

/// <summary>One search: a query text, facet choices, a range of days, an order and a page.</summary>
public sealed record SearchRequest
{
    /// <summary>Largest page size.</summary>
    public const int MaxSize = 100;

    /// <summary>Shortest and longest passage that can be asked for, and the one that is shown unless another is.</summary>
    public const int MinSnippetLength = 40, MaxSnippetLength = 2000, DefaultSnippetLength = 240;

    /// <summary>The query as typed; empty finds all.</summary>
    public string Query { get; init; } = "";

    /// <summary>How bare words combine.</summary>
    /// <value>Default: <see cref="MatchMode.All"/>.</value>
    public MatchMode Match { get; init; }

    /// <summary>Choices by facet name (<see cref="FacetNames"/>); facets are ANDed.</summary>
    public ImmutableSortedDictionary<string, FacetChoice> Facets { get; init; } = ImmutableSortedDictionary<string, FacetChoice>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>First day, an ISO date cut to what is known (<c>2024</c>, <c>2024-02</c>, <c>2024-02-20</c>); null is open.</summary>
    public string? From { get; init; }

    /// <summary>Last day, likewise; a month or year counts to its end.</summary>
    public string? To { get; init; }

    /// <summary>The order; null lets the archive choose: relevance, or newest for an empty query.</summary>
    public SortOrder? Sort { get; init; }

    /// <summary>Page number, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits per page, 1 to <see cref="MaxSize"/>.</summary>
    /// <value>Default: 10.</value>
    public int Size { get; init; } = 10;

    /// <summary>Which facets to count.</summary>
    /// <value>Default: all.</value>
    public ImmutableArray<string> CountFacets { get; init; } = FacetNames.All;

    /// <summary>Values to list per facet beside chosen ones and <c>(none)</c>; <see cref="int.MaxValue"/> lists all.</summary>
    /// <value>Default: 10.</value>
    public int FacetSize { get; init; } = 10;

    /// <summary>Whether to say what the score of each hit is made of.</summary>
    public bool Explain { get; init; }

    /// <summary>Length of a passage in UTF-16 units, <see cref="MinSnippetLength"/> to <see cref="MaxSnippetLength"/>.</summary>
    /// <value>Default: 240.</value>
    public int SnippetLength { get; init; } = DefaultSnippetLength;

    /// <summary>Most passages of a hit, 1 or more.</summary>
    /// <value>Default: 2.</value>
    public int Snippets { get; init; } = 2;

    /// <summary>Whether it finds the whole archive, as nothing is asked for and nothing chosen.</summary>
    public bool FindsAll => Query.Length == 0 && Facets.IsEmpty && From is null && To is null;

    /// <summary>The choice in one facet.</summary>
    public FacetChoice Choice(string facet) => Facets.GetValueOrDefault(facet, FacetChoice.None);

    /// <summary>The same request with another choice in one facet.</summary>
    public SearchRequest With(string facet, FacetChoice choice) =>
        this with { Facets = choice.IsEmpty ? Facets.Remove(facet) : Facets.SetItem(facet, choice) };
}
