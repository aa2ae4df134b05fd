using NewsSearch.Archive;
using NewsSearch.Web.Exploring;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>Searches over time, compared.</summary>
internal sealed class TrendsModel(ArchiveDoor archive) : SitePage
{
    public TrendView View { get; private set; } = null!;

    public void OnGet()
    {
        var (trends, notes) = TrendState.Read(Request.Query);
        View = archive.Read(reading => new TrendView(reading, trends, notes, HttpContext.RequestAborted));
        State = trends.Within with { Query = trends.Queries.FirstOrDefault("") };
        Title = (trends.Queries.IsEmpty ? "Trends" : InWords.Clip(string.Join(", ", trends.Queries), 60) + " over time") + " – NewsSearch";
        Canonical = TrendState.Path;
        MayBeListed = trends.Queries.IsEmpty && !trends.Within.HasRange && trends.Within.Filters.IsEmpty;
    }

    /// <summary>The filters in use, each with the address that takes it away.</summary>
    public IEnumerable<Chip> Chips() => View.State.Within.Filters.Select(filter => new Chip(
        FacetWords.Of(filter.Facet).One,
        filter.Value == FacetNames.NoValue ? FacetWords.Of(filter.Facet).NoValue : FacetWords.Value(filter.Facet, filter.Value),
        filter.Excluded,
        (View.State with { Within = View.State.Within.Without(filter) }).ToUrl()));
}
