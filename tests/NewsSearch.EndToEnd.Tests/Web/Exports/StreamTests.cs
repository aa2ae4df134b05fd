using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

/// <summary>Files longer than what a connection holds, over an archive that changes while they are read.</summary>
public sealed class StreamTests : IDisposable
{
    private const int Count = 3000;

    private readonly string _index = Path.Combine(Path.GetTempPath(), "newssearch-stream-" + Guid.NewGuid().ToString("N"));

    public StreamTests()
    {
        var body = string.Join(' ', Enumerable.Repeat("The harbour opened again, and so on.", 400)); // 14 kB, 40 MB in all
        using var writer = ArticleArchive.OpenRebuild(_index, "stream tests");
        for (var i = 0; i < Count; i++) writer.Add(new Article { Id = "n" + i.ToString(CultureInfo.InvariantCulture), Title = "Report", Body = body, Outlet = i % 2 == 0 ? "Even" : "Odd" });
        writer.Commit();
    }

    public void Dispose() => Directory.Delete(_index, recursive: true);

    [Fact]
    public async Task A_file_is_of_one_snapshot_from_its_beginning_to_its_end()
    {
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = _index });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };
        using var response = await client.GetAsync(new Uri("/search.jsonl?q=harbour", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var ids = new List<string> { IdOf(await reader.ReadLineAsync()) };

        using (var writer = ArticleArchive.OpenWriter(_index, "stream tests"))
        {
            writer.Delete(new SearchRequest());
            writer.Add(new Article { Id = "late", Title = "Report", Body = "The harbour is closed." });
            writer.Commit();
            writer.FinishMerges();
        }

        Assert.Contains("\"total\":1,", await client.GetStringAsync(new Uri("/search.json?q=harbour", UriKind.Relative)), StringComparison.Ordinal);
        while (await reader.ReadLineAsync() is { } line) ids.Add(IdOf(line));
        Assert.Equal(Count, ids.Distinct().Count());
        Assert.Equal(Count, ids.Count);
        Assert.DoesNotContain("late", ids);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_work()
    {
        var read = new ConcurrentQueue<Reading>();
        var (site, address) = await TestSite.Start(new SiteOptions { OpenArchive = () => new WatchedArchive(ArticleArchive.Open(_index), read) });
        await using (site)
        {
            using var client = new HttpClient { BaseAddress = address };
            using (var response = await client.GetAsync(new Uri("/search.jsonl", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead))
            {
                var first = new byte[1000];
                await (await response.Content.ReadAsStreamAsync()).ReadExactlyAsync(first);
            }

            var reading = Assert.Single(read);
            await reading.Ended.Task.WaitAsync(TimeSpan.FromMinutes(2));
            Assert.InRange(reading.Articles, 1, Count - 1);
            Assert.StartsWith("id,", (await client.GetStringAsync(new Uri("/search.csv?q=nothing", UriKind.Relative))).TrimStart('\ufeff'), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_to_its_end_is_broken_off()
    {
        var (site, address) = await TestSite.Start(new SiteOptions { OpenArchive = () => new WatchedArchive(ArticleArchive.Open(_index), new()) { FailsAfter = 2000 } });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        using var response = await client.GetAsync(new Uri("/search.jsonl", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync());
    }

    private static string IdOf(string? line) => JsonDocument.Parse(line!).RootElement.GetProperty("id").GetString()!;
}
