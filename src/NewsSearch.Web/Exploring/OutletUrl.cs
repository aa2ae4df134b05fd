using Microsoft.AspNetCore.Http;
using NewsSearch.Archive;
using NewsSearch.Web.Names;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exploring;

/// <summary>Outlet &lt;-> address.</summary>
internal static class OutletUrl
{
    /// <summary>The page of all outlets.</summary>
    public const string All = "/outlets";

    private const string Path = All + "/";

    /// <summary>The page of an outlet; of articles whose outlet is not known, the search for them.</summary>
    public static string For(string outlet) => outlet == FacetNames.NoValue ? Articles(outlet).ToUrl() : EntityUrl.Under(Path, "outlet", outlet);

    public static string OutletOf(HttpRequest request) => EntityUrl.ValueOf(request, Path);

    /// <summary>The search for its articles.</summary>
    public static SearchState Articles(string outlet) => new SearchState().With(new Filter("outlet", outlet));
}
