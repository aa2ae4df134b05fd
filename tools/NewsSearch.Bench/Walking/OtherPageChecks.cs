using AngleSharp.Dom;
using NewsSearch.Archive;

namespace NewsSearch.Bench.Walking;

/// <summary>What pages other than those of results must say; and what every page must keep to.</summary>
internal static class OtherPageChecks
{
    /// <summary>Links and places of any page.</summary>
    public static IEnumerable<string> Any(Visit visit)
    {
        var page = visit.Html;
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count) yield return "an id twice: " + ids.CountBy(id => id).First(id => id.Value > 1).Key;
        if (visit.Fragment.Length > 1 && !ids.Contains(Uri.UnescapeDataString(visit.Fragment[1..]))) yield return $"there is no place {visit.Fragment}";
        if (page.QuerySelectorAll("h1").Length != 1) yield return "not one first heading";
        foreach (var link in page.QuerySelectorAll("a[href], link[href]"))
        {
            var url = link.GetAttribute("href")!;
            var isWell = url switch
            {
                ['#', .. var id] => ids.Contains(Uri.UnescapeDataString(id)),
                ['/', '/', ..] => false,
                ['/', ..] => Uri.IsWellFormedUriString(url.Split('#')[0], UriKind.Relative),
                _ => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && (link.LocalName == "link" || uri.IsLoopback || link.GetAttribute("rel")?.Contains("noopener", StringComparison.Ordinal) == true),
            };
            if (!isWell) yield return $"a link to {url}";
            if (link.LocalName == "a" && link.TextContent.Trim().Length == 0 && string.IsNullOrEmpty(link.GetAttribute("aria-label"))) yield return $"a link without a name to {url}";
        }
    }

    /// <summary>The page of a person, organisation or place.</summary>
    public static IEnumerable<string> Entity(Visit visit, Oracle oracle)
    {
        if (new SearchAddress(visit.Url).Path.Split('/') is not [_, _, var kind, var escaped]) yield break;
        var name = Uri.UnescapeDataString(escaped);
        var search = new SearchAddress($"/?{kind}={Uri.EscapeDataString(name)}");
        var articles = oracle.Matching(search).ToList();
        if (PageText.Number(visit.Html.QuerySelector(".head .deck b")) != articles.Count) yield return $"says {visit.Html.QuerySelector(".head .deck b")?.TextContent}, should be {articles.Count}";
        if (visit.Html.QuerySelectorAll(".time tbody tr").Sum(row => PageText.Number(row.QuerySelector("td"))) is var sum && sum != articles.Count) yield return $"the chart's table adds up to {sum}";
        foreach (var both in visit.Html.QuerySelectorAll(".cols .tally a.n"))
        {
            if (both.ParentElement!.QuerySelector("a")!.GetAttribute("href")!.Split('/') is not [_, _, var otherKind, var other]) continue;
            var expected = articles.Count(article => article.Values(otherKind).Contains(Uri.UnescapeDataString(other), StringComparer.Ordinal));
            if (PageText.Number(both) != expected) yield return $"with {other}: {both.TextContent}, should be {expected}";
        }
    }

    /// <summary>The page of all values of a facet.</summary>
    public static IEnumerable<string> Values(Visit visit, Oracle oracle)
    {
        var search = new SearchAddress(visit.Url);
        var facet = search.Path.Split('/')[^1];
        var counts = oracle.Counts(search, facet);
        counts.Remove(FacetNames.NoValue);
        var isFound = search.One("find") is not null;
        if (!isFound && PageText.Number(visit.Html.QuerySelector(".head .deck b")) != counts.Count) yield return $"says {visit.Html.QuerySelector(".head .deck b")?.TextContent}, should be {counts.Count}";
        var listed = visit.Html.QuerySelectorAll(".values .tally a.n").Select(link => (Value: link.GetAttribute("aria-label")!.Split(" with ", 2)[1], Count: PageText.Number(link))).ToList();
        if (isFound && listed.Count == 0) yield return "a listed value is not found by its first word";
        foreach (var (value, count) in listed.Where(value => value.Count != counts.GetValueOrDefault(value.Value))) yield return $"{value}: {count}, should be {counts.GetValueOrDefault(value)}";
        if (search.One("by") is null && !listed.Select(value => value.Count).SequenceEqual(listed.Select(value => value.Count).OrderDescending())) yield return "not the most frequent first";
    }

    /// <summary>An article that was reached by its rank in a search.</summary>
    public static IEnumerable<string> Article(Visit visit, Oracle oracle)
    {
        var search = new SearchAddress(visit.Url);
        if (search.Rank is not { } rank) yield break;
        if (PageText.Number(visit.Html.QuerySelector("#result")) != rank) yield return "its rank is not shown";
        if ((visit.Html.QuerySelector("#result [rel=prev]") is not null) != (rank > 1)) yield return "a previous article too many, or none";
        if ((visit.Html.QuerySelector("#result [rel=next]") is not null) != (rank < oracle.Total(search))) yield return "a next article too many, or none";
        var back = new SearchAddress(visit.Html.QuerySelector("#back")!.GetAttribute("href")!);
        if (back.Page != ((rank - 1) / search.Size) + 1) yield return "the way back leads to another page of results";
    }
}
