using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web.Running;

public sealed partial class MetricsTests(TestSite running) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Requests_are_counted_by_route_and_status_and_no_query_is_told()
    {
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = running.Index });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };
        foreach (var url in new[] { "/?q=secret", "/?q=secret&page=2", "/search.json?q=secret", "/article/made-up-07?q=secret", "/article/secret", "/secret" }) (await client.GetAsync(new Uri(url, UriKind.Relative))).Dispose();

        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        var values = Values(text);

        Assert.Equal(2, values["newssearch_requests_total{route=\"/\",status=\"200\"}"]);
        Assert.Equal(1, values["newssearch_requests_total{route=\"none\",status=\"404\"}"]);
        Assert.Equal([200, 404], values.Keys.Where(key => key.StartsWith("newssearch_requests_total{route=\"/article", StringComparison.Ordinal)).Select(key => int.Parse(Status().Match(key).Value, CultureInfo.InvariantCulture)).Order());
        Assert.Equal(3, values["newssearch_searches_total"]);
        Assert.Equal(1, values["newssearch_requests_under_way"]);
        Assert.Equal(TestSite.Articles.Count, values["newssearch_index_articles"]);
        Assert.True(values["process_resident_memory_bytes"] > 1e6);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Equal(values["newssearch_request_duration_seconds_count{route=\"/\"}"], values["newssearch_request_duration_seconds_bucket{route=\"/\",le=\"+Inf\"}"]);
    }

    [Fact]
    public async Task Every_line_is_as_the_format_has_it_and_every_name_is_explained_once()
    {
        var text = await running.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.Matches(line.StartsWith('#') ? Comment() : Sample(), line));
        var explained = lines.Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        Assert.Equal(explained.Distinct(), explained);
        Assert.All(lines.Where(line => !line.StartsWith('#')), line => Assert.Contains(explained, name => Suffix().Replace(line.Split('{', ' ')[0], "") is var family && (family == name || line.StartsWith(name, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Without_an_index_it_says_so()
    {
        var (site, address) = await TestSite.Start(new SiteOptions { OpenArchive = () => throw new ArchiveException(ArchiveProblem.Missing, "Build one.") });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        Assert.Equal(0, Values(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)))["newssearch_index_up"]);
    }

    [Fact]
    public async Task Every_answer_tells_how_long_it_took()
    {
        using var response = await running.Client.GetAsync(new Uri("/?q=limousine", UriKind.Relative));

        Assert.Matches(@"^app;dur=\d+\.\d$", response.Headers.GetValues("Server-Timing").Single());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_log_tells_what_was_asked_for_only_if_that_is_switched_on(bool logsQueries)
    {
        using var log = new StringWriter();
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = running.Index, RequestLog = log, LogsQueries = logsQueries, Clock = new FakeClock() });
        await using (site)
        {
            using var client = new HttpClient { BaseAddress = address };
            var page = await client.GetByteArrayAsync(new Uri("/?q=secret", UriKind.Relative));
            (await client.GetAsync(new Uri("/article/secret", UriKind.Relative))).Dispose();
            await site.StopAsync();

            var lines = log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            Assert.Equal(2, lines.Count);
            Assert.Equal("2024-02-20T09:00:00.000Z", lines[0].GetProperty("time").GetString());
            Assert.Equal(("GET", "/", 200, page.Length), (lines[0].GetProperty("method").GetString(), lines[0].GetProperty("route").GetString(), lines[0].GetProperty("status").GetInt32(), lines[0].GetProperty("bytes").GetInt32()));
            Assert.Equal(404, lines[1].GetProperty("status").GetInt32());
            Assert.Equal(logsQueries, lines[0].TryGetProperty("target", out var target));
            if (logsQueries) Assert.Equal("/?q=secret", target.GetString());
            Assert.Equal(logsQueries, log.ToString().Contains("secret", StringComparison.Ordinal));
        }
    }

    private static Dictionary<string, double> Values(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
        .ToDictionary(line => line[..line.LastIndexOf(' ')], line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d+(?=""\}$)")]
    private static partial Regex Status();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();

    [GeneratedRegex("^# (HELP [a-z_]+ .+|TYPE [a-z_]+ (counter|gauge|histogram))$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[a-z_]+(\{([a-z]+=""[^""]*"",?)+\})? -?[0-9.E+-]+$")]
    private static partial Regex Sample();
}
