using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

public sealed class AtomFeedTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task A_search_is_followed_newest_first_whatever_its_order()
    {
        var feed = await Feed("/search.atom?q=limousine&sort=oldest");

        var entries = feed.Elements(Atom + "entry").ToList();
        var dates = entries.Select(Updated).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.Equal(dates[0], Updated(feed));
        Assert.Equal(entries.Count.ToString(CultureInfo.InvariantCulture), feed.Element(OpenSearch + "totalResults")?.Value);
        Assert.InRange(entries.Count, 8, 50);
        Assert.Contains("limousine", feed.Element(Atom + "title")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_have_what_the_standard_demands()
    {
        foreach (var url in new[] { "/search.atom", "/search.atom?q=limousine&page=2&size=3", "/search.atom?q=xyzzy", "/search.atom?date=(none)", "/search.atom?q=%00%01%ef%bf%bf%1f", "/search.atom?person=%0b" })
        {
            var feed = await Feed(url);

            Assert.Equal(Atom + "feed", feed.Name);
            AssertHasOne(feed, "title", "id", "updated", "author");
            Assert.Single(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self");
            foreach (var entry in feed.Elements(Atom + "entry"))
            {
                AssertHasOne(entry, "title", "id", "updated");
                Assert.Matches(@"^http://[\w.\-~:/?#@!$&'()*+,;=%]+$", entry.Element(Atom + "id")!.Value);
                Assert.Single(entry.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
                Assert.InRange(entry.Elements(Atom + "summary").Count(), 0, 1);
            }

            Assert.All(feed.Descendants(Atom + "link"), link => Assert.StartsWith(site.Address.ToString(), (string?)link.Attribute("href"), StringComparison.Ordinal));
            Assert.Equal(feed.Elements(Atom + "entry").Count(), feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        }
    }

    [Fact]
    public async Task Every_dated_article_is_in_the_feed_of_all_and_no_other()
    {
        var feed = await Feed("/search.atom?size=100");

        Assert.Equal(TestSite.Articles.Count(article => article.Published is not null), feed.Elements(Atom + "entry").Count());
    }

    [Fact]
    public async Task A_feed_without_entries_was_last_changed_with_the_index()
    {
        var feed = await Feed("/search.atom?q=xyzzy");

        Assert.InRange(Updated(feed), new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData("?size=3", 3)]
    [InlineData("?size=10", 10)]
    public async Task Pages_lead_through_all_entries(string parameters, int size)
    {
        var ids = new List<string>();
        for (var url = "/search.atom" + parameters; url is not null;)
        {
            var feed = await Feed(url);
            ids.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            url = feed.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "next")?.Attribute("href")?.Value;
            Assert.True(url is null || ids.Count % size == 0);
        }

        Assert.Equal(TestSite.Articles.Count(article => article.Published is not null), ids.Distinct().Count());
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public async Task The_search_page_names_its_feed()
    {
        var link = (await site.Page("/?q=limousine&outlet=The+Example&page=2&size=1&sort=oldest")).QuerySelector("link[rel=alternate]")!;

        Assert.Equal("application/atom+xml", link.GetAttribute("type"));
        Assert.Equal("/search.atom?q=limousine&outlet=The+Example", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Behind_a_proxy_addresses_are_those_of_the_outside()
    {
        var (proxied, address) = await TestSite.Start(new SiteOptions { OpenArchive = Archive, PublicAddress = "https://news.example.org/" });
        await using var _ = proxied;
        using var client = new HttpClient { BaseAddress = address };

        foreach (var url in new[] { "/search.atom", "/opensearch.xml", "/sitemap.xml", "/robots.txt", "/cite/ris/made-up-23", "/article/made-up-01", "/suggest/opensearch?q=l" })
        {
            var text = await client.GetStringAsync(new Uri(url, UriKind.Relative));
            Assert.Contains("https://news.example.org/", text, StringComparison.Ordinal);
            Assert.DoesNotContain(address.Authority, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("news.example.org")]
    [InlineData("ftp://news.example.org")]
    [InlineData("https://news.example.org/below")]
    public void An_address_that_is_none_of_a_site_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => SiteHost.Build(new SiteOptions { PublicAddress = address }));

    private IArticleArchive Archive() => ArticleArchive.Open(site.Index);

    private async Task<XElement> Feed(string url)
    {
        using var response = await site.Client.GetAsync(new Uri(site.Address, url));
        Assert.Equal("application/atom+xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        using var xml = XmlReader.Create(await response.Content.ReadAsStreamAsync(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(xml);
    }

    private static DateTimeOffset Updated(XElement element) => DateTimeOffset.ParseExact(element.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static void AssertHasOne(XElement element, params string[] names) => Assert.All(names, name => Assert.NotEqual("", Assert.Single(element.Elements(Atom + name)).Value.Trim()));
}
