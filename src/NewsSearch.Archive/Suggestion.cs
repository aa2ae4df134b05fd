namespace NewsSearch.Archive;

/// <summary>In what another search differs from the one that was asked.</summary>
public enum SuggestionKind
{
    /// <summary>A word is spelled in another way.</summary>
    Spelling,

    /// <summary>Any of the words will do.</summary>
    AnyWord,

    /// <summary>The words of a phrase may stand anywhere.</summary>
    Unquoted,

    /// <summary>A part of the query is left out.</summary>
    FewerWords,

    /// <summary>A filter is left out.</summary>
    FewerFilters,
}

/// <summary>Another search to offer; it finds something.</summary>
/// <param name="Kind">In what it differs.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Request">The whole search, first page.</param>
/// <param name="Total">How many articles it finds.</param>
public sealed record Suggestion(SuggestionKind Kind, string Text, SearchRequest Request, long Total)
{
    /// <summary>The filters left out.</summary>
    public IReadOnlyList<LeftOut> Without { get; init; } = [];
}

/// <summary>A filter that a suggestion leaves out, in the words of the URL.</summary>
/// <param name="Name">A facet's name (<see cref="FacetNames"/>), behind <c>-</c> where the value was excluded, or <c>from</c> or <c>to</c>.</param>
/// <param name="Value">The value.</param>
public sealed record LeftOut(string Name, string Value);
