using NewsSearch.Bench.Loading;
using NewsSearch.EndToEnd.Tests.Web;

namespace NewsSearch.EndToEnd.Tests.Bench;

public sealed class LoadingTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Requests_are_made_from_what_the_archive_holds_and_all_are_answered()
    {
        var random = new Random(1);
        var mix = new RequestMix(await ArchiveSample.OfAsync(site.Client, random, default), ["luxury goods"], random);

        var answers = await new OpenLoop(site.Client, 200).RunAsync(mix, TimeSpan.FromSeconds(1), default);

        Assert.Equal(200, answers.Count);
        Assert.All(answers, answer => Assert.False(answer.HasFailed, answer.Kind));
        Assert.All(answers, answer => Assert.NotNull(answer.ServerMilliseconds));
        Assert.Equal(9, answers.Select(answer => answer.Kind).Distinct().Count());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_requests()
    {
        Assert.Equal(await Urls(), await Urls());

        async Task<List<string>> Urls()
        {
            var random = new Random(7);
            var mix = new RequestMix(await ArchiveSample.OfAsync(site.Client, random, default), [], random);
            return [.. Enumerable.Range(0, 300).Select(_ => mix.Next().Url)];
        }
    }

    [Fact]
    public async Task A_site_that_does_not_answer_counts_as_failed()
    {
        var random = new Random(1);
        var mix = new RequestMix(await ArchiveSample.OfAsync(site.Client, random, default), [], random);
        using var nowhere = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9") };

        var answers = await new OpenLoop(nowhere, 100).RunAsync(mix, TimeSpan.FromSeconds(0.1), default);

        Assert.All(answers, answer => Assert.True(answer is { HasFailed: true, ServerMilliseconds: null }));
    }

    [Theory]
    [InlineData(0.5, 2d)]
    [InlineData(0.99, 4d)]
    [InlineData(1, 4d)]
    [InlineData(0.25, 1d)]
    public void A_percentile_is_the_least_time_that_so_many_do_not_exceed(double share, double expected) => Assert.Equal(expected, LoadTable.Percentile([4, 1, 3, 2], share));

    [Fact]
    public void The_table_has_a_line_for_each_kind_and_one_for_all()
    {
        var table = LoadTable.Of([new LoadAnswer("words", 10, 8, false), new LoadAnswer("front", 20, null, true)]).TrimEnd().Split('\n');

        Assert.Equal(["front", "words", "all"], table[2..].Select(line => line.Split(' ')[0]));
        Assert.Equal("all                2       1      10.0   20.0   20.0   20.0       8.0    8.0    8.0    8.0", table[^1]);
    }
}
