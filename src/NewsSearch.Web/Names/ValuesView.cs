using NewsSearch.Archive.Names;
using NewsSearch.Web.Exploring;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Names;

/// <summary>One page of the values of a facet under a search, as the page shows it.</summary>
internal sealed record ValuesView(string Kind, SearchState State, ValueListing Listing, ListedValues Listed)
{
    public const int PageSize = 100;

    public FacetWords Words => FacetWords.Of(Kind);

    public int Page => (Listing.Offset / PageSize) + 1;

    public int LastPage => (int)Math.Max(1, (Listed.Total + PageSize - 1) / PageSize);

    public bool IsNarrowed => State.Query.Length > 0 || State.FilterCount > 0;

    public string Url(bool isByName, int page)
    {
        var url = EntityUrl.All(Kind, State);
        if (Listing.Find.Length > 0) Append("find=" + SearchUrl.Escape(Listing.Find));
        if (isByName) Append("by=name");
        if (page > 1) Append("part=" + SearchUrl.Digits(page));
        return url;

        void Append(string parameter) => url += (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + parameter;
    }

    /// <summary>Whether its values have pages of their own.</summary>
    public bool HasPages => IsEntity || Kind == "outlet";

    private bool IsEntity => EntityChoices.Facets.Contains(Kind);

    /// <summary>What a value is.</summary>
    public string Noun => IsEntity ? "name" : Words.One.ToLowerInvariant();

    /// <summary>The page of a value, or the search narrowed to it.</summary>
    public string ValueUrl(string value) => IsEntity ? EntityUrl.For(Kind, value) : HasPages ? OutletUrl.For(value) : NarrowUrl(value);

    /// <summary>The search narrowed to a value.</summary>
    public string NarrowUrl(string value) => State.With(new Filter(Kind, value)).ToUrl();
}
