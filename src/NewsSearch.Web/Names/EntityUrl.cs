using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Names;

/// <summary>Kind and name of a person, organisation or place &lt;-> address.</summary>
internal static class EntityUrl
{
    private const string Path = "/entity/";

    /// <summary>The page of a name; of those few that cannot stand in a path, the search for it.</summary>
    public static string For(string kind, string name) => name is "" or "." or ".." || name.Contains('\0', StringComparison.Ordinal)
        ? new SearchState().With(new Filter(kind, name)).ToUrl()
        : $"{Path}{kind}/{Uri.EscapeDataString(name)}";

    /// <summary>The page of all values of a facet under a search.</summary>
    public static string All(string facet, SearchState state) => (state with { Page = 1, More = null }).ToUrl("/facet/" + facet);

    /// <summary>The name in the address of a request, from the raw target: in the decoded path, an escaped slash and an escaped "%2F" look the same.</summary>
    public static string NameOf(HttpRequest request, string kind)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var prefix = $"{Path}{kind}/";
        var start = target.IndexOf(prefix, StringComparison.Ordinal);
        if (start < 0) return "";
        var end = target.IndexOfAny(['?', '#'], start);
        return Uri.UnescapeDataString(target[(start + prefix.Length)..(end < 0 ? target.Length : end)]);
    }
}
