using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSearch.Archive;

namespace NewsSearch.Bench.Walking;

/// <summary>A page of results against the oracle: total, ranks, articles, order, filters in use, every value of every facet.</summary>
internal static class SearchPageCheck
{
    /// <summary>Values listed of a facet, and of the one that is listed at length.</summary>
    private const int ShortList = 8, LongList = 200;

    private const string Status = "[role=status] b";

    /// <summary>How many articles a page of results says that there are.</summary>
    public static long? Total(IHtmlDocument page) => PageText.Number(page.QuerySelector(Status));

    public static IEnumerable<string> Faults(Visit visit, Oracle oracle)
    {
        var search = new SearchAddress(visit.Url);
        var page = visit.Html;
        var found = oracle.Matching(search).ToDictionary(article => article.Id, StringComparer.Ordinal);
        if (Total(page) != found.Count) yield return $"says {page.QuerySelector(Status)?.TextContent}, should be {found.Count}";
        if (page.QuerySelectorAll(".chips li:not(.all)").Length != search.FilterCount) yield return $"{search.FilterCount} filters, other chips";
        foreach (var fault in Hits(page, search, found)) yield return fault;
        foreach (var fault in FacetNames.All.SelectMany(facet => Facet(page, search, facet, oracle.Counts(search, facet)))) yield return fault;
        if (page.QuerySelectorAll(".time tbody tr") is { Length: > 0 } rows && rows.Sum(row => PageText.Number(row.QuerySelector("td"))) is var sum && sum != oracle.Matching(search, without: "date").Count())
            yield return $"the chart's table adds up to {sum}";
    }

    /// <summary>The id in the address of an article.</summary>
    public static string IdOf(string url) => new SearchAddress(url) is var address && address.Path.StartsWith("/article/", StringComparison.Ordinal) ? Uri.UnescapeDataString(address.Path["/article/".Length..]) : address.One("id") ?? "";

    private static IEnumerable<string> Hits(IHtmlDocument page, SearchAddress search, Dictionary<string, ArticleFacts> found)
    {
        var links = page.QuerySelectorAll(".hits h3 a").Select(link => link.GetAttribute("href")!).ToList();
        var ids = links.ConvertAll(IdOf);
        var first = ((long)(search.Page - 1) * search.Size) + 1;
        var expected = Math.Clamp(found.Count - first + 1, 0, search.Size);
        if (ids.Count != expected) yield return $"{ids.Count} hits, should be {expected}";
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count) yield return "an article twice";
        foreach (var id in ids.Where(id => !found.ContainsKey(id))) yield return $"article {id} does not belong here";
        if (links.Where((link, i) => new SearchAddress(link).Rank != first + i).Any()) yield return "a rank in a link is wrong";
        if (ids.Count == 0) yield break;
        var range = new[] { first, first + ids.Count - 1, found.Count };
        if (!PageText.Numbers(page.QuerySelector("#rh")?.TextContent).SequenceEqual(range)) yield return $"the heading says {page.QuerySelector("#rh")?.TextContent}";
        if (!PageText.Numbers(page.QuerySelector(".results .pages .soft")?.TextContent).SequenceEqual(range)) yield return "the range below the hits is wrong";
        if (page.QuerySelector("ol.hits")?.GetAttribute("start") != $"{first}") yield return "the list begins with a wrong number";
        if ((page.QuerySelector(".results .pages [rel=next]") is not null) != (range[1] < found.Count)) yield return "a next page too many, or none";
        if ((page.QuerySelector(".results .pages [rel=prev]") is not null) != (search.Page > 1)) yield return "a previous page too many, or none";
        var order = search.Sort ?? (search.Query.Length == 0 ? "newest" : "relevance");
        if (order is not ("newest" or "oldest")) yield break;
        var dates = ids.Where(found.ContainsKey).Select(id => found[id].Date?.First).ToList();
        var sorted = dates.OrderBy(date => date is null).ThenBy(date => order == "oldest" ? date?.ToUnixTimeSeconds() : -date?.ToUnixTimeSeconds());
        if (!dates.SequenceEqual(sorted)) yield return "not in the order of dates";
    }

    private static IEnumerable<string> Facet(IHtmlDocument page, SearchAddress search, string facet, Dictionary<string, int> counts)
    {
        var boxes = page.QuerySelectorAll<IHtmlInputElement>("form.facets [type=checkbox]").Where(box => box.Name!.TrimStart('-') == facet).ToList();
        foreach (var box in boxes)
        {
            var shown = PageText.Number(box.Closest("li")!.QuerySelector(".n"));
            if (shown != counts.GetValueOrDefault(box.Value)) yield return $"{facet} {box.Value}: {shown}, should be {counts.GetValueOrDefault(box.Value)}";
            var isChosen = (box.Name == facet ? search.Included(facet) : search.Excluded(facet)).Contains(box.Value, StringComparer.Ordinal);
            if (box.IsChecked != isChosen) yield return $"{facet} {box.Value}: the box does not show what is chosen";
        }

        var values = boxes.Select(box => box.Value).ToHashSet(StringComparer.Ordinal);
        if (values.Count != boxes.Count) yield return $"{facet}: a value twice";
        foreach (var chosen in search.Included(facet).Concat(search.Excluded(facet)).Where(value => !values.Contains(value))) yield return $"{facet}: {chosen} is chosen but not listed";
        var left = counts.Where(count => !values.Contains(count.Key)).ToList();
        if (left.Any(count => count.Key == FacetNames.NoValue)) yield return $"{facet}: (none) is not listed";
        if (facet == "date")
        {
            foreach (var (month, _) in left.Where(count => count.Key.Length == "2024-02".Length)) yield return $"date: {month} is not listed";
            yield break;
        }

        var open = boxes.Where(box => !box.IsChecked && box.Value != FacetNames.NoValue).Select(box => counts.GetValueOrDefault(box.Value)).ToList();
        var size = search.One("more") == facet ? LongList : ShortList;
        if (open.Count < size && left.Count > 0) yield return $"{facet}: {left[0].Key} is not listed";
        if (open.Count > size) yield return $"{facet}: {open.Count} values are listed";
        if (!open.SequenceEqual(open.OrderDescending())) yield return $"{facet}: not the most frequent first";
        if (open.Count > 0 && left.Any(count => count.Value > open[^1])) yield return $"{facet}: a value is left out that is more frequent than one listed";
    }
}
