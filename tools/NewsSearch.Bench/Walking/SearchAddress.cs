using System.Collections.Specialized;
using System.Globalization;
using System.Web;
using NewsSearch.Archive;

namespace NewsSearch.Bench.Walking;

/// <summary>The address of a page -> the search that it holds. Read without the code of the site, which is what is checked.</summary>
internal sealed class SearchAddress
{
    private readonly NameValueCollection _parameters;

    public SearchAddress(string url)
    {
        url = url.Split('#')[0];
        var query = url.IndexOf('?', StringComparison.Ordinal);
        Path = query < 0 ? url : url[..query];
        _parameters = HttpUtility.ParseQueryString(query < 0 ? "" : url[query..]);
    }

    public string Path { get; }

    public string Query => One("q") ?? "";

    public bool IsAny => One("match") == "any";

    public string? From => One("from");

    public string? To => One("to");

    public string? Sort => One("sort");

    public int Page => Number("page") ?? 1;

    public int Size => Number("size") ?? 10;

    public int? Rank => Number("at");

    public bool HasRange => From is not null || To is not null;

    /// <summary>The search that another address shares, if the two differ in filters, order or page alone.</summary>
    public (string, bool) Words => (Query, IsAny);

    public string? One(string name) => _parameters.GetValues(name) is [{ Length: > 0 } value, ..] ? value : null;

    public string[] Included(string facet) => Values(facet);

    public string[] Excluded(string facet) => Values("-" + facet);

    public bool HasChoice(string facet) => Included(facet).Length + Excluded(facet).Length > 0;

    /// <summary>Filters in use; a range of dates counts once.</summary>
    public int FilterCount => FacetNames.All.Sum(facet => Included(facet).Length + Excluded(facet).Length) + (HasRange ? 1 : 0);

    public int? Number(string name) => int.TryParse(One(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string[] Values(string name) => [.. (_parameters.GetValues(name) ?? []).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];
}
