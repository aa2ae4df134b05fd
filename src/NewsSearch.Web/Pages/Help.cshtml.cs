namespace NewsSearch.Web.Pages;

/// <summary>The query language, by examples that can be run.</summary>
internal sealed class HelpModel : SitePage
{
    public void OnGet() => Title = "How to search – NewsSearch";
}
