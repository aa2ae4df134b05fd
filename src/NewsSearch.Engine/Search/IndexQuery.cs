using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Search;

/// <summary>Values chosen in one keyword field: any of the included, none of the excluded. Null stands for "no value".</summary>
public sealed record KeywordFilter(string Field, IReadOnlyList<string?> Include, IReadOnlyList<string?> Exclude);

/// <summary>The order of hits by a number field; documents without it come last.</summary>
/// <param name="Field">The number field.</param>
/// <param name="IsDescending">Highest first.</param>
public sealed record NumberSort(string Field, bool IsDescending);

/// <summary>The order of a facet's values.</summary>
public enum FacetOrder
{
    /// <summary>Most hits first, ties by name.</summary>
    Count,

    /// <summary>By name, last first: the latest month on top.</summary>
    NameDescending,
}

/// <summary>A facet to count.</summary>
/// <param name="Field">The keyword field.</param>
/// <param name="Size">Most values to list, beside those that are always listed.</param>
/// <param name="Order">Order of the values.</param>
/// <param name="Always">Values listed whatever their count, also when it is 0; null is "no value".</param>
/// <param name="Where">Which values may be listed; null for all.</param>
public sealed record FacetRequest(string Field, int Size, FacetOrder Order, IReadOnlyList<string?> Always, Func<string, bool>? Where = null);

/// <summary>A value of a facet and its hits; null is "no value".</summary>
public sealed record FacetCount(string? Value, long Count);

/// <summary>What to look for, how to narrow it, what to return.</summary>
public sealed record IndexQuery(QueryNode Root, QueryBinding Binding)
{
    /// <summary>Choices by field, ANDed.</summary>
    public IReadOnlyList<KeywordFilter> Filters { get; init; } = [];

    /// <summary>Facets to count: hits by value under the query and the filters of the other fields.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>Order by a number; null ranks by score.</summary>
    public NumberSort? Sort { get; init; }

    /// <summary>Only hits behind this one in the order: the last hit of the page before, from the same <see cref="Searcher"/>. Changes no count.</summary>
    public ScoredDoc? After { get; init; }

    /// <summary>Hits to skip, 0 or more; they are counted behind <see cref="After"/>.</summary>
    public int Offset { get; init => field = NotNegative(value, nameof(Offset)); }

    /// <summary>Hits to return, 0 or more.</summary>
    /// <value>Default: 10.</value>
    public int Count { get; init => field = NotNegative(value, nameof(Count)); } = 10;

    /// <summary>Threads that may work on this query: they share out segments and facets. The answer is the same. 1 or more.</summary>
    /// <value>Default: 1, which costs least in all; more are for one heavy query on a machine that has nothing else to do.</value>
    public int Workers { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Workers)); } = 1;

    /// <summary>Whether to say what the score of each hit is made of; not where the order is by a number.</summary>
    public bool WithExplanations { get; init; }

    private static int NotNegative(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }
}

/// <summary>The answer to an <see cref="IndexQuery"/>.</summary>
/// <param name="Total">Exact number of hits.</param>
/// <param name="Hits">The hits asked for.</param>
/// <param name="Facets">Field -> values, in the order asked for.</param>
/// <param name="Notes">What the analysis left out of the query.</param>
public sealed record IndexAnswer(
    long Total, IReadOnlyList<ScoredDoc> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, IReadOnlyList<QueryNote> Notes)
{
    /// <summary>The parts of the score of each hit, their sum, where <see cref="IndexQuery.WithExplanations"/> asks for them; else empty.</summary>
    public IReadOnlyList<IReadOnlyList<ScorePart>> Explanations { get; init; } = [];

    /// <summary>How many of the hits, from the first on, are rescored.</summary>
    internal int RescoredCount { get; init; }
}
