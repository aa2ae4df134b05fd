using System.Net;
using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;
using NewsSearch.Web;
using NewsSearch.Web.Exports;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

public sealed class DownloadTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string> Names => [.. ArticleFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task All_hits_of_a_search_come_whatever_page_was_shown(string name)
    {
        var format = ArticleFormat.Named(name)!;
        using var response = await site.Client.GetAsync(new Uri($"/search.{format.Extension}?q=limousine&sort=oldest&page=3&size=1&outlet=The+Example", UriKind.Relative));

        var expected = TestSite.Articles.Where(article => article.Outlet == "The Example" && (article.Title + article.Body).Contains("limousine", StringComparison.OrdinalIgnoreCase))
            .OrderBy(article => article.Published!.First).ToList();
        Assert.InRange(expected.Count, 2, 20);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(format.ContentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal($"newssearch-limousine.{format.Extension}", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(File(format, expected), Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_article_can_be_taken_alone_whatever_its_id(string name)
    {
        var format = ArticleFormat.Named(name)!;
        foreach (var article in TestSite.Articles)
        {
            var file = await site.Client.GetByteArrayAsync(new Uri(Downloads.Url(format, article.Id), UriKind.Relative));

            Assert.Equal(File(format, [article]), Encoding.UTF8.GetString(file));
        }
    }

    [Theory]
    [InlineData("/cite/ris/nope")]
    [InlineData("/cite/ris/")]
    [InlineData("/cite/nope/made-up-01")]
    [InlineData("/search.nope")]
    [InlineData("/cite/ris/%ff")]
    public async Task What_is_not_there_is_not_found(string url) => await site.Page(url, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("", "newssearch.csv")]
    [InlineData("\"; x=y\r\nA: b", "newssearch-x-y-a-b.csv")]
    [InlineData("../../etc/passwd", "newssearch-etc-passwd.csv")]
    [InlineData("車 é", "newssearch-車-é.csv")]
    public async Task A_file_is_named_by_the_words_of_the_search(string query, string expected)
    {
        using var response = await site.Client.GetAsync(new Uri("/search.csv?q=" + Uri.EscapeDataString(query), UriKind.Relative));

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(expected, response.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task An_overlong_name_is_cut()
    {
        using var response = await site.Client.GetAsync(new Uri("/search.csv?q=" + string.Join('+', Enumerable.Repeat("limousine", 50)), UriKind.Relative));

        Assert.InRange(response.Content.Headers.ContentDisposition!.FileNameStar!.Length, 40, 64);
    }

    [Fact]
    public async Task A_head_request_gets_the_headers_alone()
    {
        using var response = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/search.csv?q=limousine"));

        Assert.Equal("newssearch-limousine.csv", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Hostile_searches_get_their_files()
    {
        foreach (var query in HostileRequestTests.Queries.Cast<object[]>().Select(row => (string)row[0]))
        {
            var escaped = Uri.EscapeDataString(query);
            foreach (var format in ArticleFormat.All)
            {
                foreach (var url in new[] { $"/search.{format.Extension}?q={escaped}&from={escaped}&-person={escaped}&page={escaped}", $"/cite/{format.Name}?id={escaped}" })
                {
                    using var response = await site.Client.GetAsync(new Uri(url, UriKind.Relative));
                    Assert.InRange((int)response.StatusCode, 200, 404);
                }
            }
        }
    }

    [Fact]
    public async Task An_archive_that_cannot_be_used_is_told_before_anything_is_sent()
    {
        var (broken, address) = await TestSite.Start(new SiteOptions { OpenArchive = () => throw new ArchiveException(ArchiveProblem.Missing, "Not here.") });
        await using var _ = broken;
        using var client = new HttpClient { BaseAddress = address };

        foreach (var url in new[] { "/search.csv", "/cite/ris/x" })
        {
            using var response = await client.GetAsync(new Uri(url, UriKind.Relative));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal("{\"error\":\"Not here.\"}", await response.Content.ReadAsStringAsync());
            Assert.Null(response.Content.Headers.ContentDisposition);
        }
    }

    private string File(ArticleFormat format, IEnumerable<Article> articles) =>
        string.Concat(format.Pieces(articles, article => site.Address.GetLeftPart(UriPartial.Authority) + ArticleUrl.For(article.Id)).Select(piece => Encoding.UTF8.GetString(piece.Span)));
}
