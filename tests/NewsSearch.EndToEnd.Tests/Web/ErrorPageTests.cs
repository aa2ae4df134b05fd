using System.Net;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class ErrorPageTests(TestSite running) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData(ArchiveProblem.Missing, "There is no index yet")]
    [InlineData(ArchiveProblem.Damaged, "The index is damaged")]
    [InlineData(ArchiveProblem.Locked, "The index is in use")]
    [InlineData(ArchiveProblem.Outdated, "The index must be rebuilt")]
    public async Task An_archive_that_cannot_be_used_is_told_in_a_sentence(ArchiveProblem problem, string heading)
    {
        const string sentence = "Do <this> & “that”.";
        var (site, address) = await TestSite.Start(new SiteOptions { OpenArchive = () => throw new ArchiveException(problem, sentence) });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        foreach (var url in new[] { "/", "/?q=a", "/article/x", "/status" })
        {
            using var response = await client.GetAsync(new Uri(url, UriKind.Relative));
            var page = TestSite.Parse(await response.Content.ReadAsStringAsync());

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal(heading, TestSite.Text(page.QuerySelector("h1")));
            Assert.Equal(sentence, TestSite.Text(page.QuerySelector(".deck")));
            Assert.DoesNotContain("   at ", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Equal("5", response.Headers.RetryAfter?.ToString());
        }

        using var json = await client.GetAsync(new Uri("/search.json?q=a", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, json.StatusCode);
        Assert.Equal(sentence, JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/help", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_site_recovers_by_itself_once_the_index_appears()
    {
        var index = Path.Combine(Path.GetTempPath(), "newssearch-late-" + Guid.NewGuid().ToString("N"));
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = index });
        await using (site)
        {
            using var client = new HttpClient { BaseAddress = address };
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);

            using (var writer = ArticleArchive.OpenRebuild(index, "web tests"))
            {
                writer.Add(TestSite.Articles[0]);
                writer.Commit();
            }

            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
        }

        Directory.Delete(index, recursive: true);
    }

    [Fact]
    public async Task A_fault_of_the_site_shows_no_stack_trace()
    {
        var (site, address) = await TestSite.Start(new SiteOptions { OpenArchive = () => throw new InvalidOperationException("secret") });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        using var response = await client.GetAsync(new Uri("/?q=a", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("Something broke", TestSite.Text(TestSite.Parse(html).QuerySelector("h1")));
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_keeps_the_design()
    {
        var page = await running.Page("/story/1", HttpStatusCode.NotFound);

        Assert.Equal("No such page", TestSite.Text(page.QuerySelector("h1")));
        Assert.NotNull(page.QuerySelector("header input[name=q]"));
        await running.Page("/error/400", HttpStatusCode.BadRequest);
        await running.Page("/error/200", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_reading_is_allowed()
    {
        using var post = await running.Client.PostAsync(new Uri("/?q=a", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);

        using var head = await running.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/search.json?q=a"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }
}
