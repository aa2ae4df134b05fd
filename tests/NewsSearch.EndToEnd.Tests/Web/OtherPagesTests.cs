using System.Net;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class OtherPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_api_answers_with_the_document_of_the_contract()
    {
        using var response = await site.Client.GetAsync(new Uri("/search.json?q=%22luxury+goods%22&outlet=The+Example&size=x", UriKind.Relative));
        var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("\"luxury goods\"", json.GetProperty("query").GetString());
        Assert.Equal(3, json.GetProperty("total").GetInt64());
        Assert.Contains("<mark>luxury goods</mark>", json.GetProperty("hits")[0].GetProperty("snippets")[0].GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(FacetNames.All.Order(), json.GetProperty("facets").EnumerateObject().Select(facet => facet.Name).Order());
        Assert.Contains("“x” is not a number", json.GetProperty("notes")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_example_of_the_help_page_is_understood()
    {
        var page = await site.Page("/help");
        var links = page.QuerySelectorAll("main th a");
        Assert.InRange(links.Length, 25, 100);
        Assert.Equal(page.QuerySelectorAll("tbody tr").Length, links.Length);
        Assert.NotEmpty(page.QuerySelectorAll("#words + p"));

        foreach (var link in links)
        {
            var example = await site.Page(link.GetAttribute("href")!);

            Assert.Equal(link.TextContent, example.QuerySelector("#q")?.GetAttribute("value"));
            Assert.Empty(example.QuerySelectorAll(".notes li"));
        }
    }

    [Fact]
    public async Task The_status_page_tells_the_facts_of_the_index()
    {
        var page = await site.Page("/status");

        var rows = page.QuerySelectorAll("tr").ToDictionary(row => TestSite.Text(row.Children[0]), row => TestSite.Text(row.Children[1]));
        Assert.Equal(InWords.Number(TestSite.Articles.Count), rows["Articles"]);
        Assert.Contains("Outlets", rows.Keys);
    }

    [Fact]
    public async Task No_link_of_the_site_is_dead()
    {
        var waiting = new Queue<string>(["/", "/help", "/status", "/nope", "/?q=limousine&outlet=The+Example&-person=John+Sample", "/article/made-up-07?q=limousine&hit=2", "/article/made-up-01", "/entity/person/John%20Sample", "/facet/place", "/trends?q=limousine&q=tram&from=2023", "/outlets", "/outlets/The%20Example", "/?q=xyzzy"]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var url) && seen.Count < 400)
        {
            if (!seen.Add(url)) continue;
            using var response = await site.Client.GetAsync(new Uri(url, UriKind.Relative));
            Assert.Equal(url == "/nope" ? HttpStatusCode.NotFound : HttpStatusCode.OK, response.StatusCode);
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = TestSite.Parse(await response.Content.ReadAsStringAsync());
            foreach (var target in page.QuerySelectorAll("[href^='#']").Select(link => link.GetAttribute("href")![1..]).Concat([new Uri(site.Address, url).Fragment.TrimStart('#')]))
                Assert.True(target.Length == 0 || page.GetElementById(target) is not null, $"{url} has no #{target}");
            foreach (var link in page.QuerySelectorAll("[href^='/']")) waiting.Enqueue(link.GetAttribute("href")!);
        }

        Assert.True(seen.Count > 200);
    }

    [Fact]
    public async Task The_style_is_kept_forever_under_an_address_that_changes_with_it()
    {
        var style = (await site.Page("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        using var response = await site.Client.GetAsync(new Uri(style, UriKind.Relative));
        using var other = await site.Client.GetAsync(new Uri("/files/0000/site.css", UriKind.Relative));

        Assert.Equal("text/css; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Robots_may_read_articles_but_not_walk_the_facets()
    {
        var robots = await site.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative));

        Assert.Contains("Disallow: /?\n", robots.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var page = await site.Page("/?q=limousine");
        Assert.All(page.QuerySelectorAll(".facets a:not(.narrow), .chips li:not(.all) a, .sorts a"), link => Assert.Equal("nofollow", link.GetAttribute("rel")));
        Assert.Null((await site.Page("/article/made-up-07")).QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task Every_page_has_one_heading_a_title_and_labelled_controls()
    {
        foreach (var url in new[] { "/", "/?q=limousine", "/?q=xyzzy", "/article/made-up-07?q=limousine", "/entity/place/Sampletown", "/facet/org?find=m", "/trends?q=limousine&q=tram", "/outlets", "/outlets/The%20Example", "/help", "/status" })
        {
            var page = await site.Page(url);

            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.EndsWith("NewsSearch", page.Title?.Replace(": a newspaper archive, searched word for word", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain(page.QuerySelectorAll("[id]").GroupBy(element => element.Id), same => same.Count() > 1);
            Assert.All(page.QuerySelectorAll("input:not([type=hidden])"), input =>
                Assert.True(input.Closest("label") is not null || page.QuerySelector($"label[for={input.Id}]") is not null, input.OuterHtml));
        }
    }
}
