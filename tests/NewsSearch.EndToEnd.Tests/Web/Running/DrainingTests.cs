using System.Net;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web.Running;

/// <summary>How a site ends.</summary>
public sealed class DrainingTests(TestSite running) : IClassFixture<TestSite>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_site_that_is_told_to_stop_says_that_it_is_not_ready_and_goes_on_answering()
    {
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = running.Index, Drain = TimeSpan.FromMinutes(10) });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };
        using var hurry = new CancellationTokenSource();
        Assert.Equal(HttpStatusCode.OK, await Status("/health/ready"));

        var stopping = site.StopAsync(hurry.Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status("/health/ready"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status("/health/live"), await Status("/?q=limousine")));
        Assert.False(stopping.IsCompleted);
        await hurry.CancelAsync();
        await Task.WhenAny(stopping, Task.Delay(Patience));
        Assert.True(stopping.IsCompleted);

        async Task<HttpStatusCode> Status(string url) => (await client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode;
    }

    [Fact]
    public async Task What_is_under_way_is_answered_to_its_end()
    {
        var open = new SlowOpening(running.Index);
        var (site, address) = await TestSite.Start(new SiteOptions { OpenArchive = open.Open });
        await using var _ = site;
        using var client = new HttpClient { BaseAddress = address };

        var answer = client.GetStringAsync(new Uri("/search.json?q=limousine", UriKind.Relative));
        await open.IsAsked.Task.WaitAsync(Patience);
        var stopping = site.StopAsync();
        open.MayOpen.Set();

        Assert.Contains("\"total\":", await answer.WaitAsync(Patience), StringComparison.Ordinal);
        await stopping.WaitAsync(Patience);
    }

    /// <summary>An archive that is opened when it is let.</summary>
    private sealed class SlowOpening(string index)
    {
        public TaskCompletionSource IsAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim MayOpen { get; } = new();

        public IArticleArchive Open()
        {
            IsAsked.TrySetResult();
            MayOpen.Wait(Patience);
            return ArticleArchive.Open(index);
        }
    }
}
