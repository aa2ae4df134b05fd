using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Web.Names;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>All values of a facet that a search finds.</summary>
internal sealed class ValuesModel(ArchiveDoor archive) : SitePage
{
    private const int LongestFind = 200;

    public ValuesView View { get; private set; } = null!;

    public IActionResult OnGet(string kind)
    {
        if (kind == "date" || !FacetNames.All.Contains(kind)) return NotFound();
        (State, _) = SearchUrl.Read(Request.Query);
        State = State with { Page = 1, More = null };
        var listing = new ValueListing
        {
            Find = InWords.Clip(Request.Query["find"].FirstOrDefault()?.Trim() ?? "", LongestFind),
            IsByName = Request.Query["by"] == "name",
            Offset = (Part() - 1) * ValuesView.PageSize,
            Count = ValuesView.PageSize,
        };
        View = new ValuesView(kind, State, listing, archive.Read(reading => reading.List(kind, State.ToRequest(), listing, HttpContext.RequestAborted)));
        Title = $"{View.Words.Many}{(View.IsNarrowed ? " in this search" : "")} – NewsSearch";
        MayBeListed = !View.IsNarrowed && listing.Find.Length == 0;
        return Page();
    }

    private int Part() =>
        int.TryParse(Request.Query["part"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? Math.Clamp(part, 1, SearchUrl.MaxPage) : 1;
}
