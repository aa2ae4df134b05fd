using System.Net;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web.Running;

public sealed class CommitTagTests(TestSite running) : IClassFixture<TestSite>
{
    public static TheoryData<string> Urls => ["/", "/?q=limousine", "/article/made-up-07?q=limousine", "/entity/person/John%20Sample", "/facet/place", "/help", "/status", "/search.json?q=limousine", "/search.atom", "/search.csv?q=limousine", "/search.jsonl", "/cite/ris/made-up-07", "/suggest?q=li", "/sitemap.xml", "/opensearch.xml"];

    [Theory]
    [MemberData(nameof(Urls))]
    public async Task Who_has_the_answer_of_this_commit_is_told_so(string url)
    {
        using var first = await running.Client.GetAsync(new Uri(url, UriKind.Relative));
        var tag = first.Headers.ETag!;
        using var again = await Ask(running.Client, url, tag.ToString());
        using var other = await Ask(running.Client, url, "W/\"other\"");

        Assert.True(tag.IsWeak);
        Assert.Equal("public, no-cache", Cache(first));
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal((tag, "public, no-cache"), (again.Headers.ETag, Cache(again)));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/nope", HttpStatusCode.NotFound, "no-store")]
    [InlineData("/article/nope", HttpStatusCode.NotFound, "no-store")]
    [InlineData("/health/ready", HttpStatusCode.OK, "no-store")]
    [InlineData("/metrics", HttpStatusCode.OK, "no-store")]
    public async Task What_tells_of_this_moment_has_no_tag(string url, HttpStatusCode status, string cache)
    {
        using var response = await running.Client.GetAsync(new Uri(url, UriKind.Relative));

        Assert.Equal((status, null, cache), (response.StatusCode, response.Headers.ETag, Cache(response)));
    }

    [Fact]
    public async Task A_commit_changes_the_tag_and_the_same_program_gives_it_again()
    {
        var index = Path.Combine(Path.GetTempPath(), "newssearch-tags-" + Guid.NewGuid().ToString("N"));
        Commit(index, "one");
        var first = await Tag(index);

        Assert.Equal(first, await Tag(index));
        Assert.NotEqual(first, await Tag(index, "https://news.example.org"));
        Commit(index, "two");
        Assert.NotEqual(first, await Tag(index));
        Directory.Delete(index, recursive: true);
    }

    private static void Commit(string index, string id)
    {
        using var writer = ArticleArchive.OpenWriter(index, "web tests");
        writer.Add(new Article { Id = id, Title = "Report", Body = "The harbour is closed." });
        writer.Commit();
    }

    private static async Task<string?> Tag(string index, string? publicAddress = null)
    {
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = index, PublicAddress = publicAddress });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };
        using var response = await client.GetAsync(new Uri("/search.json", UriKind.Relative));
        return response.Headers.ETag?.ToString();
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string url, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await client.SendAsync(request);
    }

    private static string? Cache(HttpResponseMessage response) => response.Headers.NonValidated["Cache-Control"].ToString();
}
