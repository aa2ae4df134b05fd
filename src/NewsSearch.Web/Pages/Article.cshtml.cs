using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>One article with the matches of the search that led to it.</summary>
internal sealed class ArticleModel(ArchiveDoor archive) : SitePage
{
    private const int SimilarShown = 5;

    public ArticleView View { get; private set; } = null!;

    public IActionResult OnGet()
    {
        (State, _) = SearchUrl.Read(Request.Query);
        State = State with { More = null };
        if (ArticleUrl.IdOf(Request) is not { Length: > 0 } id) return NotFound();
        var marked = archive.Read(reading => reading.FindMarked(id, State.ToRequest(), HttpContext.RequestAborted));
        if (marked is null) return NotFound();

        var similar = archive.Read(reading => reading.Similar(id, SimilarShown, HttpContext.RequestAborted));
        View = new ArticleView(marked, State, Number("at"), 0) { Similar = similar, ShowsRemoved = Request.Query["removed"] == "1" };
        if (View.At is { } at) View = View with { Neighbours = (at > 1 ? Result(at - 1) : null, at < SearchUrl.MaxPage ? Result(at + 1) : null) };
        View = View with { Hit = Math.Min(Number("hit") ?? 0, View.HitCount) };
        Title = InWords.Clip(marked.DisplayTitle, 80) + " – NewsSearch";
        Canonical = ArticleUrl.For(id);
        Skips = [("text", "Skip to the text")];
        return Page();
    }

    /// <summary>The address of the result of a rank; null where there is none.</summary>
    private string? Result(int rank)
    {
        var one = State.ToRequest() with { Page = rank, Size = 1, CountFacets = [], Explain = false };
        var page = archive.Read(reading => reading.Search(one, HttpContext.RequestAborted));
        return page.Hits is [var hit] ? ArticleUrl.For(hit.Id, State, rank) : null;
    }

    private int? Number(string name) =>
        int.TryParse(Request.Query[name].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
