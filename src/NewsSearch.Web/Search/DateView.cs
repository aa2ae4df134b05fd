using NewsSearch.Archive;

namespace NewsSearch.Web.Search;

/// <summary>A year of the date facet, and its months; also single days where they are chosen.</summary>
internal sealed record DateYear(string Year, FacetRow Whole, IReadOnlyList<FacetRow> Parts)
{
    public bool IsOpen => Whole.Checked || Parts.Any(part => part.Checked);
}

/// <summary>Values of the date facet -> years with months, newest first, and the undated.</summary>
internal sealed record DateView(IReadOnlyList<DateYear> Years, FacetRow? Undated, string? InUse)
{
    private const int YearLength = 4;
    private const int MonthLength = 7;

    public static DateView Of(IReadOnlyList<FacetValue> values, SearchState state)
    {
        var undated = values.FirstOrDefault(value => value.Value == FacetNames.NoValue);
        return new DateView(
            [.. values.Where(value => value.Value.Length >= YearLength && value != undated)
                .GroupBy(value => value.Value[..YearLength], StringComparer.Ordinal)
                .OrderByDescending(year => year.Key, StringComparer.Ordinal)
                .Select(year => Year(year.Key, [.. year], state))],
            undated is null ? null : FacetRow.Of("date", undated, state),
            FacetView.Used(values));
    }

    private static DateYear Year(string year, IReadOnlyList<FacetValue> values, SearchState state)
    {
        // Every article of a year is in one of its months, or under "month unknown".
        var whole = values.FirstOrDefault(value => value.Value == year)
            ?? new FacetValue(year, values.Where(value => value.Value.Length == MonthLength).Sum(month => month.Count), Selected: false, Excluded: false);
        return new DateYear(
            year,
            FacetRow.Of("date", whole, state) with { Label = "All of " + year },
            [.. values.Where(value => value.Value.Length > YearLength)
                .OrderByDescending(value => value.Value, StringComparer.Ordinal)
                .Select(value => FacetRow.Of("date", value, state) with { Label = InWords.PeriodInYear(value.Value) })]);
    }
}
