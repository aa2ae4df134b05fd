using Microsoft.AspNetCore.Mvc;
using NewsSearch.Archive.Names;
using NewsSearch.Web.Names;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>A person, organisation or place: when it is named, how, with whom, and what it said.</summary>
internal sealed class EntityModel(ArchiveDoor archive) : SitePage
{
    public EntityView View { get; private set; } = null!;

    public IActionResult OnGet(string kind)
    {
        if (!EntityChoices.Facets.Contains(kind)) return NotFound();
        if (EntityUrl.NameOf(Request, kind) is not { Length: > 0 } name) return RedirectPermanent(EntityUrl.All(kind, SearchUrl.Read(Request.Query).State));
        if (archive.Read(reading => reading.Portrait(kind, name, HttpContext.RequestAborted)) is not { } portrait) return NotFound();
        if (portrait.Name != name) return Redirect(EntityUrl.For(kind, portrait.Name));
        View = new EntityView(portrait);
        Title = InWords.Clip(portrait.Name, 80) + " – NewsSearch";
        Canonical = EntityUrl.For(kind, name);
        return Page();
    }
}
