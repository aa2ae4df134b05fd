using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Names;

/// <summary>Kind and name of a person, organisation or place &lt;-> address.</summary>
internal static class EntityUrl
{
    private const string Path = "/entity/";

    /// <summary>The page of a name; of those few that cannot stand in a path, the search for it.</summary>
    public static string For(string kind, string name) => Under($"{Path}{kind}/", kind, name);

    /// <summary>The address of what a path has for a value of a facet; of those few that cannot stand in a path, the search for it.</summary>
    public static string Under(string path, string facet, string value) => value is "" or "." or ".." || value.Contains('\0', StringComparison.Ordinal)
        ? new SearchState().With(new Filter(facet, value)).ToUrl()
        : path + Uri.EscapeDataString(value);

    /// <summary>The page of all values of a facet under a search.</summary>
    public static string All(string facet, SearchState state) => (state with { Page = 1, More = null }).ToUrl("/facet/" + facet);

    /// <summary>The name in the address of a request, from the raw target: in the decoded path, an escaped slash and an escaped "%2F" look the same.</summary>
    public static string NameOf(HttpRequest request, string kind) => ValueOf(request, $"{Path}{kind}/");

    /// <summary>The same below any path.</summary>
    public static string ValueOf(HttpRequest request, string prefix)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var start = target.IndexOf(prefix, StringComparison.Ordinal);
        if (start < 0) return "";
        var end = target.IndexOfAny(['?', '#'], start);
        return Uri.UnescapeDataString(target[(start + prefix.Length)..(end < 0 ? target.Length : end)]);
    }
}
