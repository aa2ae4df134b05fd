using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary>The site as the tool serves it, from a folder that holds nothing of the build.</summary>
public sealed partial class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("news.example.org")]
    [InlineData("https://news.example.org/below")]
    public void A_public_address_that_is_none_is_wrong_usage(string address)
    {
        var outcome = NewsSearchProcess.Run("serve", "--public-url", address);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--public-url", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--proxy", "somewhere")]
    [InlineData("--limit", "-1")]
    [InlineData("--drain", "soon")]
    [InlineData("--add-reader", "two words")]
    [InlineData("--add-reader", "anna")]
    public void What_makes_no_sense_is_wrong_usage(string option, string value)
    {
        var outcome = NewsSearchProcess.Run("serve", option, value);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(option, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_that_were_added_are_let_in_and_requests_are_written_down()
    {
        NewsSearchProcess.Run("rebuild", SampleIndex.Corpus, "--index", _folder["index"]);
        var added = NewsSearchProcess.Run("serve", "--access", _folder["readers.txt"], "--add-reader", "anna");
        Assert.Equal(0, added.ExitCode);
        using (var site = NewsSearchProcess.Start(_folder.Path, "serve", "--index", _folder["index"], "--urls", "http://127.0.0.1:0", "--access", _folder["readers.txt"], "--request-log", _folder["requests.jsonl"]))
        {
            using var browser = new HttpClient { BaseAddress = new Uri(Address().Match(site.WaitForOutput(output => Address().IsMatch(output))).Value) };
            using var nobody = await browser.GetAsync(new Uri("/?q=limousine", UriKind.Relative));
            browser.DefaultRequestHeaders.Authorization = new("Bearer", added.Output.Trim());
            using var reader = await browser.GetAsync(new Uri("/?q=limousine", UriKind.Relative));

            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (nobody.StatusCode, reader.StatusCode));
            site.Signal("TERM");
            Assert.Equal(0, site.Wait().ExitCode);
        }

        var lines = File.ReadAllLines(_folder["requests.jsonl"]).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([401, 200], lines.Select(line => line.GetProperty("status").GetInt32()));
        Assert.DoesNotContain("limousine", string.Concat(lines), StringComparison.Ordinal);
        var problem = NewsSearchProcess.Run("serve", "--index", _folder["index"], "--access", _folder.Write("wrong.txt", "anna:secret\n"));
        Assert.Equal(2, problem.ExitCode);
        Assert.Contains("line 1", problem.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_fresh_clone_the_index_is_built_and_pages_styles_and_the_api_answer()
    {
        var corpus = Directory.CreateDirectory(_folder["index-data/corpus"]).FullName;
        foreach (var sample in Directory.EnumerateFiles(SampleIndex.Corpus)) File.Copy(sample, Path.Combine(corpus, Path.GetFileName(sample)));
        using var site = NewsSearchProcess.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0");
        using var browser = new HttpClient { BaseAddress = new Uri(Address().Match(site.WaitForOutput(output => Address().IsMatch(output))).Value) };

        var found = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/search.json?q=%22Aurus+Senat%22", UriKind.Relative))).RootElement;
        var page = await browser.GetStringAsync(new Uri("/?q=%22Aurus+Senat%22", UriKind.Relative));
        using var style = await browser.GetAsync(new Uri(StyleSheet().Match(page).Groups[1].Value, UriKind.Relative));

        Assert.Equal(2, found.GetProperty("total").GetInt64());
        Assert.All(found.GetProperty("hits").EnumerateArray(), hit =>
            Assert.Contains(hit.GetProperty("snippets").EnumerateArray(), snippet => snippet.GetString()!.Contains("<mark>Aurus Senat</mark>", StringComparison.Ordinal)));
        Assert.Contains("<mark>Aurus Senat</mark>", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "text/css"), (style.StatusCode, style.Content.Headers.ContentType?.MediaType));
        Assert.True(Directory.Exists(_folder["index-data/index"]));
    }

    [Fact]
    public void A_changed_index_is_seen_within_a_second()
    {
        var index = _folder["index"];
        NewsSearchProcess.Run("rebuild", SampleIndex.Corpus, "--index", index);
        using var site = NewsSearchProcess.Start(_folder.Path, "serve", "--index", index, "--urls", "http://127.0.0.1:0");
        using var browser = new HttpClient { BaseAddress = new Uri(Address().Match(site.WaitForOutput(output => Address().IsMatch(output))).Value) };
        Assert.Equal(4, Total(browser));

        Assert.Equal(0, NewsSearchProcess.Run("add", _folder.Write("more.jsonl", """{"id":"new","body":"More limousines."}"""), "--index", index).ExitCode);
        Thread.Sleep(TimeSpan.FromSeconds(1));

        Assert.Equal(5, Total(browser));
    }

    [Fact]
    public void An_address_that_is_taken_is_wrong_usage()
    {
        NewsSearchProcess.Run("rebuild", SampleIndex.Corpus, "--index", _folder["index"]);
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var outcome = NewsSearchProcess.Run("serve", "--index", _folder["index"], "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("cannot listen", outcome.Errors, StringComparison.Ordinal);
    }

    private static long Total(HttpClient browser) =>
        JsonDocument.Parse(browser.GetStringAsync(new Uri("/search.json?q=limousines", UriKind.Relative)).GetAwaiter().GetResult()).RootElement.GetProperty("total").GetInt64();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex("<link[^>]*rel=\"stylesheet\"[^>]*href=\"([^\"]+)\"")]
    private static partial Regex StyleSheet();
}
