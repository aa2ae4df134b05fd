using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsSearch.EndToEnd.Tests.Web.Times;

/// <summary>The chart over the results, walked by its links.</summary>
public sealed class SearchTimesTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/?q=limousine")]
    [InlineData("/")]
    [InlineData("/?q=goods&outlet=The+Example")]
    public async Task A_bar_leads_to_as_many_articles_as_it_says_down_to_the_day(string url)
    {
        var seen = new HashSet<string>();
        var open = new Stack<(string Url, long? Count)>([(url, null)]);
        while (open.TryPop(out var next))
        {
            var page = await site.Page(next.Url);
            if (next.Count is { } count) Assert.Equal(count, Total(page));
            Assert.Equal(Total(page), page.QuerySelectorAll(".results .time tbody td:nth-child(2)").Sum(Number));
            foreach (var bar in page.QuerySelectorAll(".chart a"))
            {
                var link = bar.GetAttribute("href")!;
                if (seen.Count < 60 && seen.Add(link)) open.Push((link, Number(bar.QuerySelector("title")!)));
            }
        }

        Assert.Contains(seen, link => link.Contains("from=20", StringComparison.Ordinal) && link.Split("from=")[1].Split('&')[0].Length == "2024-02-20".Length);
    }

    [Fact]
    public async Task There_is_a_way_back_from_a_month()
    {
        var page = await site.Page("/?q=limousine&from=2024-02&to=2024-02");

        Assert.Equal(["‹ All years /?q=limousine", "‹ 2024 /?q=limousine&from=2024&to=2024"], page.QuerySelectorAll(".results .time .row a").Select(link => $"{TestSite.Text(link)} {link.GetAttribute("href")}"));
    }

    [Theory]
    [InlineData("/?from=0001&to=9998")]
    [InlineData("/?from=2024-03&to=2024-01")]
    [InlineData("/?from=9000")]
    [InlineData("/?to=0001-01-01")]
    [InlineData("/?date=(none)")]
    [InlineData("/?date=2019-XX&from=2019-01-01&to=2019-01-05")]
    public async Task Any_range_gives_a_page(string url) => Assert.True((await site.Page(url)).QuerySelectorAll(".chart > *").Length < 500);

    private static long Total(IHtmlDocument page) => Number(page.QuerySelector("[role=status] b")!);

    private static long Number(IElement element)
    {
        var number = TestSite.Text(element).Split(':')[^1].Trim().Split(' ')[0];
        return number is "No" ? 0 : long.Parse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }
}
