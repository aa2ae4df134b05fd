using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Times;

/// <summary>A search and a period -> the search for what it has of that period.</summary>
internal static class PeriodUrl
{
    /// <summary>The search, narrowed: what its own range leaves of the period.</summary>
    public static SearchState Of(SearchState state, string period)
    {
        // Periods are counted without the values chosen in the facet of dates; one of which not all is known is no range, but such a value.
        state = state with { Filters = [.. state.Filters.Where(filter => filter.Facet != "date")] };
        if (PublicationDate.TryParse(period) is not { } time) return state.With(new Filter("date", period));
        var from = PublicationDate.TryParse(state.From)?.FirstDay > time.FirstDay ? state.From : period;
        var to = PublicationDate.TryParse(state.To)?.LastDay < time.LastDay ? state.To : period;
        return state.WithRange(from, to);
    }
}
