using System.Net;
using System.Xml.Linq;
using NewsSearch.Archive;
using NewsSearch.Web;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

public sealed class SitemapTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task A_small_archive_is_one_list_of_its_articles()
    {
        var list = XElement.Parse(await site.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)));

        Assert.Equal(Sitemaps + "urlset", list.Name);
        Assert.Equal(TestSite.Articles.Select(Address).Order(StringComparer.Ordinal), Addresses(list).Order(StringComparer.Ordinal));
        Assert.All(list.Descendants(Sitemaps + "lastmod"), date => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", date.Value));
        Assert.Equal(TestSite.Articles.Count(article => article.Published is { Precision: >= DatePrecision.Day }), list.Descendants(Sitemaps + "lastmod").Count());
        foreach (var address in Addresses(list)) Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(new Uri(address))).StatusCode);
    }

    [Fact]
    public async Task A_large_one_is_a_list_of_lists_that_hold_each_article_once()
    {
        var (large, address) = await TestSite.Start(new SiteOptions { IndexDirectory = site.Index, SitemapPart = 7 });
        await using var _ = large;
        using var client = new HttpClient { BaseAddress = address };

        var parts = XElement.Parse(await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)));

        Assert.Equal(Sitemaps + "sitemapindex", parts.Name);
        var found = new List<string>();
        foreach (var part in Addresses(parts)) found.AddRange(Addresses(XElement.Parse(await client.GetStringAsync(new Uri(part)))));
        Assert.Equal(TestSite.Articles.Count, found.Count);
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Equal((TestSite.Articles.Count + 6) / 7, parts.Elements().Count());
        foreach (var none in new[] { "/sitemap/0.xml", "/sitemap/99.xml", "/sitemap/99999999999999.xml", "/sitemap/x.xml" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(none, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Robots_find_it_and_what_they_may_not_read()
    {
        var lines = (await site.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative))).Split('\n');

        Assert.Contains("Sitemap: " + new Uri(site.Address, "/sitemap.xml"), lines);
        foreach (var path in new[] { "/?", "/search.", "/suggest", "/cite/", "/article/*?" }) Assert.Contains("Disallow: " + path, lines);
    }

    private string Address(Article article) => site.Address.GetLeftPart(UriPartial.Authority) + ArticleUrl.For(article.Id);

    private static IEnumerable<string> Addresses(XElement list) => list.Descendants(Sitemaps + "loc").Select(address => address.Value);
}
