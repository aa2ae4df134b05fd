namespace NewsSearch.Archive.Names;

/// <summary>Which values of a facet to list, and in what order.</summary>
public sealed record ValueListing
{
    /// <summary>Beginning of a word of the value, or of several; case and accents do not matter. Empty: all.</summary>
    public string Find { get; init; } = "";

    /// <summary>By name, from A on; else the most frequent first.</summary>
    public bool IsByName { get; init; }

    /// <summary>Values to skip.</summary>
    public int Offset { get; init; }

    /// <summary>Most values to return.</summary>
    /// <value>Default: 100.</value>
    public int Count { get; init; } = 100;
}

/// <summary>Values of a facet under a search.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Values">Those asked for.</param>
public sealed record ListedValues(long Total, IReadOnlyList<FacetValue> Values);
