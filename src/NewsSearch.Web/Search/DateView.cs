using NewsSearch.Archive;

namespace NewsSearch.Web.Search;

/// <summary>A year of the date facet: its months, and the search that is narrowed to it.</summary>
internal sealed record DateYear(string Year, long Count, string Url, bool IsOpen, IReadOnlyList<FacetRow> Months);

/// <summary>Values of the date facet -> years with months, newest first, and the undated.</summary>
internal sealed record DateView(IReadOnlyList<DateYear> Years, FacetRow? Undated, string? InUse)
{
    public static DateView Of(IReadOnlyList<FacetValue> values, SearchState state)
    {
        var undated = values.FirstOrDefault(value => value.Value == FacetNames.NoValue);
        return new DateView(
            [.. values.Where(value => value.Value.Length > 4 && value != undated)
                .GroupBy(value => value.Value[..4], StringComparer.Ordinal)
                .OrderByDescending(year => year.Key, StringComparer.Ordinal)
                .Select(year => Year(year.Key, [.. year.OrderByDescending(value => value.Value, StringComparer.Ordinal)], state))],
            undated is null ? null : FacetRow.Of("date", undated, state),
            FacetView.Used(values));
    }

    private static DateYear Year(string year, IReadOnlyList<FacetValue> months, SearchState state) => new(
        year,
        months.Sum(month => month.Count), // an article is in one month, or in none of its year
        state.WithRange(year, year).ToUrl(),
        months.Any(month => month.Selected || month.Excluded),
        [.. months.Select(month => FacetRow.Of("date", month, state) with { Label = InWords.MonthOnly(month.Value) })]);
}
