using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exploring;

/// <summary>An outlet of the list.</summary>
internal sealed record OutletRow(string Name, string Url, string SearchUrl, Coverage Coverage);

/// <summary>One page of all outlets, with what is held of each.</summary>
internal sealed record OutletsView(ValueListing Listing, long Total, IReadOnlyList<OutletRow> Rows, Coverage All)
{
    public const int PageSize = 50;

    public StripAxis Axis { get; } = All.Axis();

    public int Page => (Listing.Offset / PageSize) + 1;

    public int LastPage => (int)Math.Max(1, (Total + PageSize - 1) / PageSize);

    public static OutletsView Load(IArticleArchive archive, ValueListing listing, CancellationToken cancellation)
    {
        var listed = archive.List("outlet", new SearchRequest(), listing, cancellation);
        var isWhole = listing.Find.Length == 0 && listing.Offset + listed.Values.Count >= listed.Total;
        var rows = listed.Values.Select(value => value.Value).Concat(isWhole ? [FacetNames.NoValue] : Array.Empty<string>())
            .Select(name => new OutletRow(name == FacetNames.NoValue ? "Outlet not known" : name, OutletUrl.For(name), OutletUrl.Articles(name).ToUrl(), Held(OutletUrl.Articles(name))))
            .Where(row => row.Coverage.Articles > 0);
        return new OutletsView(listing, listed.Total, [.. rows], Held(new SearchState()));

        Coverage Held(SearchState search) => new(archive.Timeline(search.ToRequest(), TimeScale.Month, cancellation));
    }

    public string Url(bool isByName, int page)
    {
        string[] parameters = [.. Listing.Find.Length > 0 ? ["find=" + SearchUrl.Escape(Listing.Find)] : Array.Empty<string>(), .. isByName ? ["by=name"] : Array.Empty<string>(), .. page > 1 ? ["part=" + SearchUrl.Digits(page)] : Array.Empty<string>()];
        return parameters.Length == 0 ? OutletUrl.All : OutletUrl.All + "?" + string.Join('&', parameters);
    }
}
