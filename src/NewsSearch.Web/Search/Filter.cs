using NewsSearch.Archive;

namespace NewsSearch.Web.Search;

/// <summary>One value chosen in a facet, or left out. Ordered by facet as shown, then included before excluded, then by value.</summary>
internal readonly record struct Filter(string Facet, string Value, bool Excluded = false) : IComparable<Filter>
{
    /// <summary>Its name in a URL: "outlet", or "-outlet" to exclude.</summary>
    public string Parameter => Excluded ? "-" + Facet : Facet;

    public int CompareTo(Filter other)
    {
        var order = FacetNames.All.IndexOf(Facet).CompareTo(FacetNames.All.IndexOf(other.Facet));
        if (order == 0) order = Excluded.CompareTo(other.Excluded);
        return order != 0 ? order : string.CompareOrdinal(Value, other.Value);
    }
}
