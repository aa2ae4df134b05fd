using System.Net;
using NewsSearch.Web;
using NewsSearch.Web.Running.Limits;

namespace NewsSearch.EndToEnd.Tests.Web.Running;

/// <summary>The limit as a client meets it.</summary>
public sealed class LimitTests(TestSite running) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Who_asks_for_too_much_gets_429_and_is_served_again_later()
    {
        var clock = new FakeClock();
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = running.Index, Clock = clock, Limit = new RequestLimit { PerSecond = 10, Burst = 100, IncludesLoopback = true } });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++) answers.Add((await client.GetAsync(new Uri("/?q=limousine&outlet=The+Example", UriKind.Relative))).StatusCode);
        using var refused = await client.GetAsync(new Uri("/search.json?q=limousine", UriKind.Relative));

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 5), .. Enumerable.Repeat(HttpStatusCode.TooManyRequests, 7)], answers);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        Assert.Contains("Try again in 1 s.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", refused.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        clock.Move(1);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/?q=limousine", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Clients_of_the_same_machine_are_not_charged_unless_they_are_to_be()
    {
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = running.Index, Clock = new FakeClock(), Limit = new RequestLimit { PerSecond = 1, Burst = 1 } });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/?q=limousine", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_each_client_is_charged_for_itself_and_nobody_else_is_believed()
    {
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = running.Index, Clock = new FakeClock(), Proxies = ["127.0.0.1"], Limit = new RequestLimit { PerSecond = 1, Burst = 10 } });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        Assert.Equal(HttpStatusCode.OK, await From("192.0.2.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("192.0.2.7"));
        Assert.Equal(HttpStatusCode.OK, await From("192.0.2.8"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("198.51.100.1, 192.0.2.8")); // what a client claims stands before what the proxy saw

        async Task<HttpStatusCode> From(string forwarded)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/?q=limousine");
            request.Headers.Add("X-Forwarded-For", forwarded);
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Theory]
    [InlineData("https://outside.example/", "127.0.0.0/8")]
    [InlineData("http://127.0.0.1", "192.0.2.1")]
    public async Task A_proxy_tells_how_the_site_was_asked_for_if_it_is_a_known_one(string expected, string proxy)
    {
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = running.Index, Proxies = [proxy] });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/robots.txt");
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "outside.example");

        using var response = await client.SendAsync(request);

        Assert.Contains("Sitemap: " + expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(expected.StartsWith("https:", StringComparison.Ordinal), response.Headers.Contains("Strict-Transport-Security"));
    }
}
