using System.Net;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class HostileRequestTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string> Queries => new()
    {
        new string('a', 10_000),
        string.Concat(Enumerable.Repeat("word OR ", 1250)),
        new string('(', 500) + "limousine" + new string(')', 500),
        new string('(', 500),
        "\"unbalanced",
        "“curly \"mixed”",
        "*", "?", "~", "-", "+", "-*", "\"*\"", "NOT", "AND OR NOT", "a AND", "date:", "date:9999..0000", "title:", "nosuchfield:x", ":", "::", "outlet:(",
        "\0\u0001\u0002\u001f\u007f", "\u202e\u202d", "a\r\nb", "\ud83d", "𝕝𝕚𝕞𝕠", "' OR 1=1 --", "../../etc/passwd", "%00%ff%", "{{7*7}}", "${x}",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "&lt;b&gt;", "javascript:alert(1)", "limousine~99999999999", "\"a b\"~99999999999999",
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_hostile_query_gets_its_page(string query)
    {
        var escaped = Uri.EscapeDataString(query);
        string[] urls =
        [
            $"/?q={escaped}", $"/?q={escaped}&match=any&sort=oldest", $"/?outlet={escaped}&-person={escaped}&date={escaped}", $"/?from={escaped}&to={escaped}&page={escaped}&size={escaped}&more={escaped}",
            $"/article/made-up-01?q={escaped}&hit={escaped}&at={escaped}", $"/search.json?q={escaped}",
            $"/trends?q={escaped}&q=limousine&by={escaped}&from={escaped}&show={escaped}", $"/outlets?find={escaped}&part={escaped}",
        ];
        foreach (var url in urls)
        {
            using var response = await site.Client.GetAsync(new Uri(url, UriKind.Relative));
            var text = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            if (!url.StartsWith("/search.json", StringComparison.Ordinal)) AssertClean(text);
        }
    }

    [Theory]
    [InlineData("/article/")]
    [InlineData("/error/")]
    [InlineData("/files/x/")]
    [InlineData("/entity/")]
    [InlineData("/entity/person/")]
    [InlineData("/outlets/")]
    [InlineData("/")]
    public async Task A_hostile_path_is_refused_politely(string path)
    {
        foreach (var name in new[] { "%00", "%2e%2e", "..%2f..%2fetc", "%ff", "%", "%zz", "%3Cscript%3Ealert(1)%3C/script%3E", "a%0d%0aX-Evil:1", new string('a', 5000), "404;x", "-1" })
        {
            using var response = await site.Client.GetAsync(new Uri(site.Address, path + name));

            Assert.InRange((int)response.StatusCode, 200, 499);
            AssertClean(await response.Content.ReadAsStringAsync());
            Assert.False(response.Headers.Contains("X-Evil"));
        }
    }

    [Fact]
    public async Task Markup_in_articles_and_values_stays_text()
    {
        var id = TestSite.Articles.First(article => article.Url == "javascript:alert(1)").Id;
        string[] urls = ["/?size=100&more=outlet", "/?q=limousine&size=100", "/?outlet=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+%26+%22Sons%22&-person=%3Cb%3EP%3C%2Fb%3E", NewsSearch.Web.Search.ArticleUrl.For(id) + "?q=limousine+bold&hit=2"];
        foreach (var url in urls)
        {
            var page = await site.Page(url);

            AssertClean(page.DocumentElement.OuterHtml);
            Assert.Empty(page.QuerySelectorAll("main i, main u, main iframe, .know b, .names b"));
            Assert.Empty(page.QuerySelectorAll("a[href^='javascript']"));
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (var url in new[] { "/", "/?q=a", "/nope", "/search.json", "/robots.txt", "/health/live", NewsSearch.Web.SiteFiles.Url("site.css") })
        {
            using var response = await site.Client.GetAsync(new Uri(url, UriKind.Relative));

            Assert.Equal(NewsSearch.Web.SecurityHeaders.ContentPolicy, response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    // The pages use no script but our own files, no inline style and no image of their own but the icon.
    private static void AssertClean(string html)
    {
        var page = TestSite.Parse(html);
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json'], [src^='/files/']), img, iframe, style, [style], [onerror], [onclick], object, embed"));
    }
}
