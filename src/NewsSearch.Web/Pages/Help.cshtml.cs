using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>The query language, by examples that can be run.</summary>
internal sealed class HelpModel : SitePage
{
    public void OnGet() => Title = "How to search – NewsSearch";

    /// <summary>The search for an example.</summary>
    public static string UrlOf(string query) => new SearchState { Query = query }.ToUrl();
}
