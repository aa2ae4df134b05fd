using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>What the layout needs to know of any page.</summary>
internal abstract class SitePage : PageModel
{
    /// <summary>The title of the page, in words.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>The search that the page belongs to; the box in its head keeps it.</summary>
    public SearchState State { get; protected set; } = new();

    /// <summary>Whether search engines may list the page.</summary>
    public bool MayBeListed { get; protected set; } = true;

    /// <summary>The address that stands for the page without its search.</summary>
    public string? Canonical { get; protected set; }

    /// <summary>Whether the head is the large name plate.</summary>
    public bool IsHome { get; protected set; }

    /// <summary>Places to skip to, beside the content.</summary>
    public IReadOnlyList<(string Target, string Text)> Skips { get; protected set; } = [("main", "Skip to content")];
}
