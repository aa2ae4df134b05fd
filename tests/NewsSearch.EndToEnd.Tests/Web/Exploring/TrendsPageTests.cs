using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsSearch.EndToEnd.Tests.Web.Exploring;

/// <summary>Searches compared over time.</summary>
public sealed class TrendsPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/trends?q=limousine&q=%22luxury+goods%22")]
    [InlineData("/trends?q=limousine&q=tram&by=year&show=counts")]
    [InlineData("/trends?q=limousine&by=day&from=2023-10&to=2023-11")]
    [InlineData("/trends?q=limousine&q=goods&from=2022-06-03&to=2024&by=year")]
    [InlineData("/trends?q=limousine+goods&match=any&outlet=The+Example&-person=John+Sample")]
    [InlineData("/trends")]
    public async Task Every_number_is_that_of_the_search_it_leads_to_and_each_column_sums_up_to_its_search(string url)
    {
        var page = await site.Page(url);

        var rows = page.QuerySelectorAll(".lines tbody tr").ToList();
        var links = rows.SelectMany(row => row.QuerySelectorAll("a")).Concat(page.QuerySelectorAll(".compare a.n")).Select(link => (Url: link.GetAttribute("href")!, Count: Number(link))).ToList();
        Assert.NotEmpty(links);
        foreach (var (target, count) in links) Assert.Equal(count, Total(await site.Page(target)));

        var totals = page.QuerySelectorAll(".compare a.n").Select(Number).ToList();
        for (var i = 0; i < totals.Count; i++) Assert.Equal(totals[i], rows.Sum(row => Number(row.Children[i + 1].FirstElementChild!)));
    }

    [Fact]
    public async Task A_point_is_a_share_and_leads_to_its_articles()
    {
        var page = await site.Page("/trends?q=limousine&q=tram&by=year");

        var held = TestSite.Articles.Count(article => article.Published?.FirstDay.Year == 2023);
        var points = page.QuerySelectorAll(".trend a").Where(point => point.QuerySelector("title")!.TextContent.StartsWith("limousine, 2023: ", StringComparison.Ordinal)).ToList();
        var point = Assert.Single(points);
        var count = Total(await site.Page(point.GetAttribute("href")!));
        Assert.Equal($"limousine, 2023: {count} of {held} articles, {NewsSearch.Web.InWords.PerThousand((double)count / held)} per thousand", point.QuerySelector("title")!.TextContent);
        Assert.All(page.QuerySelectorAll(".trend a"), link => Assert.Equal("nofollow", link.GetAttribute("rel")));
    }

    [Fact]
    public async Task Nothing_held_is_a_gap_and_nothing_found_a_zero()
    {
        var page = await site.Page("/trends?q=pearls&by=year&from=2018");

        Assert.Empty(page.QuerySelectorAll(".trend rect[fill^=url]"));
        Assert.Contains("pearls, 2021: 0 of 3 articles, 0 per thousand", page.QuerySelectorAll(".trend title").Select(title => title.TextContent));

        var gaps = await site.Page("/trends?q=pearls&by=year&outlet=The+Example");

        Assert.Equal(["2016 to 2021: no data, nothing is held under the filters"], gaps.QuerySelectorAll(".trend g[role=img]:has(rect) title").Select(title => title.TextContent));
        Assert.Equal(1, gaps.QuerySelectorAll(".trend polyline").Length); // 2015 stands alone
    }

    [Fact]
    public async Task Searches_are_added_changed_and_removed_by_the_form()
    {
        var page = await site.Page("/trends?q=limousine&q=tram&q=&q=tram&match=any&place=Sampletown&from=2020");

        Assert.Equal(["limousine", "tram", ""], page.QuerySelectorAll(".compare input[name=q]").Select(input => input.GetAttribute("value") ?? ""));
        Assert.Equal(["match=any", "place=Sampletown"], page.QuerySelectorAll(".compare input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}"));
        Assert.Equal("2020", page.QuerySelector(".compare input[name=from]")!.GetAttribute("value"));
        Assert.Equal("/trends?q=tram&match=any&place=Sampletown&from=2020", page.QuerySelector(".compare .not")!.GetAttribute("href"));
        Assert.Equal("/trends?q=limousine&q=tram&match=any&from=2020", page.QuerySelector(".compare .chips a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_leads_to_itself_over_time_and_its_date_becomes_the_range()
    {
        var page = await site.Page("/?q=limousine&outlet=The+Example&date=2023&sort=newest&page=2");

        Assert.Equal("/trends?q=limousine&outlet=The%20Example&from=2023&to=2023".Replace("%20", "+", StringComparison.Ordinal), page.QuerySelector(".rail a[href^='/trends']")!.GetAttribute("href"));
        Assert.Contains("left out", TestSite.Text((await site.Page("/trends?q=a&date=2023-11&date=2023-12")).QuerySelector(".notes")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=0001&to=9998&by=day")]
    [InlineData("from=2024&to=2023")]
    [InlineData("from=x&to=%00&by=week&show=1&outlet=nosuch")]
    [InlineData("date=(none)&-date=2024&nosuch=1&page=-1&size=x&more=outlet")]
    [InlineData("outlet=(none)&by=day")]
    public async Task Any_parameters_give_a_page_of_bounded_work(string parameters)
    {
        var many = string.Concat(Enumerable.Range(0, 50).Select(i => $"&q=limousine+{i}"));
        var longest = $"&q={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("é“(", 1333)))}&q=<script>alert(1)</script>&q={new string('*', 4000)}";
        foreach (var queries in new[] { "", many, longest, "&q=%ud83d&q=%00&q=*&q=NOT&q=(((" })
        {
            var page = await site.Page($"/trends?{parameters}{queries}");

            Assert.True(page.QuerySelectorAll(".compare input[name=q]").Length <= 5);
            Assert.True(page.QuerySelectorAll(".trend svg *").Length < 20_000);
            Assert.Empty(page.QuerySelectorAll("script:not([src^='/files/']), [style]"));
        }
    }

    [Fact]
    public async Task Only_the_page_without_a_search_may_be_listed()
    {
        Assert.Null((await site.Page("/trends")).QuerySelector("meta[name=robots]"));
        Assert.NotNull((await site.Page("/trends?q=tram")).QuerySelector("meta[name=robots]"));
    }

    private static long Total(IHtmlDocument page) => Number(page.QuerySelector("[role=status] b")!);

    private static long Number(IElement element)
    {
        var number = TestSite.Text(element).Split(' ')[0];
        return number is "No" or "no" ? 0 : long.Parse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }
}
