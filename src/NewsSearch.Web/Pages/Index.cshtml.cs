using NewsSearch.Web.Exploring;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>The search page; without a search it is the front page.</summary>
internal sealed class IndexModel(ArchiveDoor archive) : SitePage
{
    public SearchView View { get; private set; } = null!;

    /// <summary>What the front page says of the archive; null elsewhere, and where there is nothing in it.</summary>
    public FrontView? Front { get; private set; }

    public void OnGet()
    {
        (State, var notes) = SearchUrl.Read(Request.Query);
        View = archive.Read(reading => SearchView.Load(reading, State, notes, HttpContext.RequestAborted));
        IsHome = State.IsHome;
        if (IsHome && View.Page.Total > 0) Front = archive.Read(reading => new FrontView(reading, View.Page, HttpContext.RequestAborted));
        MayBeListed = State with { Page = 1 } == new SearchState();
        Title = IsHome ? "NewsSearch: a newspaper archive, searched word for word" : View.PageTitle + " – NewsSearch";
        Skips = [("results", "Skip to results"), ("filters", "Skip to filters")];
    }
}
