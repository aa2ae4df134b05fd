using NewsSearch.Bench.Walking;
using NewsSearch.EndToEnd.Tests.Web;

namespace NewsSearch.EndToEnd.Tests.Bench;

public sealed class SiteWalkTests(TestSite running) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_reader_who_clicks_at_random_finds_every_number_true()
    {
        await using var site = Site.At(running.Address);

        var walk = await SiteWalk.RunAsync(site, clicks: 300, seed: 1, CancellationToken.None);

        Assert.True(walk.Faults.Count == 0, string.Join('\n', walk.Faults.Take(10)));
        Assert.True(walk.Promises > 1000);
        Assert.True(walk.Clicked.Count > 12);
    }
}
