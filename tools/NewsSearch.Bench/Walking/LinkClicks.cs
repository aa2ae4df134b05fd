using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSearch.Archive;

namespace NewsSearch.Bench.Walking;

/// <summary>The links of a page that a reader follows, by kind.</summary>
internal static class LinkClicks
{
    private static readonly (string Kind, string Selector, Func<IElement, long?> Promise)[] Kinds =
    [
        ("exclude", "form.facets a.not", Nothing),
        ("chip", ".chips a", Nothing),
        ("more values", "form.facets a.more", Nothing),
        ("sort or size", ".sorts ul a", Nothing),
        ("page", "nav.pages a", Nothing),
        ("bar", "svg.chart a[href]", bar => PageText.LastNumber(bar.QuerySelector("title"))),
        ("period", ".time table a", link => PageText.Number(link.Closest("tr")?.QuerySelector("td"))),
        ("wider time", ".time .row a", Nothing),
        ("hit", ".hits h3 a", Nothing),
        ("person of a hit", ".hits .people a", Nothing),
        ("not known", ".rail .tally a", Beside),
        ("way out", ".ways a", link => PageText.Numbers(link.ParentElement!.TextContent[link.TextContent.Length..]) is [var number, ..] ? number : null),
        ("did you mean", ".meant a", link => PageText.LastNumber(link.ParentElement)),
        ("all or any", ".deck span > a[rel=nofollow]", Nothing),
        ("neighbour", "#result a", Nothing),
        ("mark", ".hitbar a", Nothing),
        ("back", "#back", Nothing),
        ("name", ".names .tally a:not([href^='#'])", Nothing),
        ("fact", ".know a[href^='/']", Nothing),
        ("similar", ".alike a", Nothing),
        ("speaker", ".said a[href^='/']", Nothing),
        ("removed", "a[href*='removed=1']", Nothing),
        ("seen with", ".cols .tally a[href^='/entity']", Nothing),
        ("both", ".cols .tally a.n", PageText.Number),
        ("outlet of a name", ".cols .tally a[href^='/?'][href*='outlet=']", Beside),
        ("value", ".values .tally a:not(.n)", Nothing),
        ("narrow", ".values .tally a.n", PageText.Number),
        ("search of a page", ".head .deck a", Nothing),
        ("site", ".nav a, .foot a:not([href*='.json']), .hints a", Nothing),
    ];

    /// <param name="page">The page.</param>
    /// <param name="search">Its search.</param>
    public static IEnumerable<Click> Of(IHtmlDocument page, SearchAddress search)
    {
        foreach (var (kind, selector, promise) in Kinds)
        {
            foreach (var link in page.QuerySelectorAll(selector))
            {
                if (link.GetAttribute("href") is not { } url) continue;
                yield return new Click(kind, url, AddsToChoice(kind, url, search) ? null : promise(link));
            }
        }
    }

    // Values within one facet add up: where something is chosen there, the number is not the total after the click.
    private static bool AddsToChoice(string kind, string url, SearchAddress search) => kind switch
    {
        "narrow" => search.HasChoice(search.Path.Split('/')[^1]),
        "not known" => FacetNames.All.Any(facet => search.HasChoice(facet) && new SearchAddress(url).Included(facet).Length > search.Included(facet).Length),
        _ => false,
    };

    private static long? Nothing(IElement link) => null;

    private static long? Beside(IElement link) => PageText.Number(link.ParentElement?.QuerySelector(".n"));
}
