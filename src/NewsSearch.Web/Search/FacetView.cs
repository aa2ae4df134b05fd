using NewsSearch.Archive;
using NewsSearch.Web.Names;

namespace NewsSearch.Web.Search;

/// <summary>One value of a facet as the column shows it.</summary>
/// <param name="Label">The value in words.</param>
/// <param name="Meaning">What <c>(none)</c> means here; null for other values.</param>
/// <param name="Filter">What its box stands for: the value, or its exclusion where it is excluded.</param>
/// <param name="Count">Hits with this value under the query and the other facets.</param>
/// <param name="Checked">Whether it is chosen or excluded.</param>
/// <param name="TurnUrl">The search that excludes it, or that excludes it no longer.</param>
internal sealed record FacetRow(string Label, string? Meaning, Filter Filter, long Count, bool Checked, string TurnUrl)
{
    public static FacetRow Of(string facet, FacetValue value, SearchState state)
    {
        var excluded = new Filter(facet, value.Value, Excluded: true);
        return new FacetRow(
            FacetWords.Value(facet, value.Value),
            value.Value == FacetNames.NoValue ? FacetWords.Of(facet).NoValue : null,
            excluded with { Excluded = value.Excluded },
            value.Count,
            value.Selected || value.Excluded,
            (value.Excluded ? state.Without(excluded) : state.With(excluded)).ToUrl());
    }
}

/// <summary>One facet of the column.</summary>
/// <param name="Name">Its name in URLs.</param>
/// <param name="Words">Its words.</param>
/// <param name="Rows">The values, in the archive's order.</param>
/// <param name="InUse">"1 selected, 2 excluded", or null.</param>
/// <param name="MoreUrl">Lists more values; null where there are none.</param>
/// <param name="FewerUrl">Lists few again; null where it is not listed at length.</param>
/// <param name="AllUrl">The page of all values; null where there is none.</param>
/// <param name="CutAt">How many are listed at length, where there are more; null else.</param>
internal sealed record FacetView(string Name, FacetWords Words, IReadOnlyList<FacetRow> Rows, string? InUse, string? MoreUrl, string? FewerUrl, string? AllUrl, int? CutAt)
{
    public static FacetView Of(string facet, IReadOnlyList<FacetValue> values, SearchState state, int size)
    {
        var open = values.Where(IsOpen).ToList();
        var hidden = open.Skip(size).ToHashSet();
        var longer = state.More == facet;
        return new FacetView(
            facet,
            FacetWords.Of(facet),
            [.. values.Where(value => !hidden.Contains(value)).Select(value => FacetRow.Of(facet, value, state))],
            Used(values),
            hidden.Count > 0 && !longer ? state.WithMore(facet).ToUrl() + "#facet-" + facet : null,
            longer ? state.WithMore(null).ToUrl() + "#facet-" + facet : null,
            hidden.Count > 0 ? EntityUrl.All(facet, state) : null,
            hidden.Count > 0 && longer ? size : null);
    }

    public static string? Used(IReadOnlyList<FacetValue> values)
    {
        var selected = values.Count(value => value.Selected);
        var excluded = values.Count(value => value.Excluded);
        return (selected, excluded) switch
        {
            (0, 0) => null,
            (_, 0) => $"{selected} selected",
            (0, _) => $"{excluded} excluded",
            _ => $"{selected} selected, {excluded} excluded",
        };
    }

    // Chosen values and (none) are always listed and do not count towards the size.
    private static bool IsOpen(FacetValue value) => !value.Selected && !value.Excluded && value.Value != FacetNames.NoValue;
}
