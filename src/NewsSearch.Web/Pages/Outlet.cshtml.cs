using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSearch.Web.Exploring;

namespace NewsSearch.Web.Pages;

/// <summary>One outlet: when, what and by whom it writes.</summary>
internal sealed class OutletModel(ArchiveDoor archive) : SitePage
{
    public OutletView View { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (OutletUrl.OutletOf(Request) is not { Length: > 0 } name) return RedirectPermanent(OutletUrl.All);
        int? year = int.TryParse(Request.Query["year"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        if (archive.Read(reading => OutletView.Load(reading, name, year, HttpContext.RequestAborted)) is not { } view)
        {
            // Perhaps what stands in the articles, and is shown under another name.
            var shown = archive.Read(reading => reading.Values("outlet", HttpContext.RequestAborted)).FirstOrDefault(value => value.Names.Contains(name));
            return shown is null || shown.Value == name ? NotFound() : Redirect(OutletUrl.For(shown.Value));
        }

        View = view;
        Title = InWords.Clip(name, 80) + " – NewsSearch";
        Canonical = OutletUrl.For(name);
        return Page();
    }
}
