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
        if (View.At is { } at) View = View with { Neighbours = Neighbours(at) };
        View = View with { Hit = Math.Min(Number("hit") ?? 0, View.HitCount) };
        Title = InWords.Clip(marked.DisplayTitle, 80) + " – NewsSearch";
        Canonical = ArticleUrl.For(id);
        Skips = [("text", "Skip to the text")];
        return Page();
    }

    /// <summary>The addresses of the results before and after a rank; null where there is none.</summary>
    private (string? Before, string? After) Neighbours(int at)
    {
        var first = Math.Max(1, at - 1);
        var ids = archive.Read(reading => reading.Ids(State.ToRequest(), first - 1, HttpContext.RequestAborted).Take(at - first + 2).ToList());
        return (Result(at - 1), Result(at + 1));

        string? Result(int rank) => rank >= first && rank - first < ids.Count ? ArticleUrl.For(ids[rank - first].Id, State, rank) : null;
    }

    private int? Number(string name) =>
        int.TryParse(Request.Query[name].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
