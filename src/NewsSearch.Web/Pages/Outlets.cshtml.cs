using System.Globalization;
using NewsSearch.Archive.Names;
using NewsSearch.Web.Exploring;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>All outlets with what is held of each.</summary>
internal sealed class OutletsModel(ArchiveDoor archive) : SitePage
{
    private const int LongestFind = 200;

    public OutletsView View { get; private set; } = null!;

    public void OnGet()
    {
        var part = int.TryParse(Request.Query["part"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, SearchUrl.MaxPage) : 1;
        var listing = new ValueListing
        {
            Find = InWords.Clip(Request.Query["find"].FirstOrDefault()?.Trim() ?? "", LongestFind),
            IsByName = Request.Query["by"] == "name",
            Offset = (part - 1) * OutletsView.PageSize,
            Count = OutletsView.PageSize,
        };
        View = archive.Read(reading => OutletsView.Load(reading, listing, HttpContext.RequestAborted));
        Title = "Outlets – NewsSearch";
        MayBeListed = listing.Find.Length == 0;
    }
}
