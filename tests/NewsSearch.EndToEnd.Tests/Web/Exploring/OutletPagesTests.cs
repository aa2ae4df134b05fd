using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSearch.Archive;
using NewsSearch.Web.Exploring;

namespace NewsSearch.EndToEnd.Tests.Web.Exploring;

/// <summary>The outlets, and what is held of each.</summary>
public sealed class OutletPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task All_outlets_are_listed_with_their_articles_and_add_up_to_the_archive()
    {
        var page = await site.Page("/outlets");

        var counts = TestSite.Articles.CountBy(article => article.Outlet ?? "Outlet not known").ToDictionary(outlet => outlet.Key, outlet => (long)outlet.Value);
        var rows = page.QuerySelectorAll(".outlets tbody tr").Skip(1).ToDictionary(row => TestSite.Text(row.Children[0]), row => Number(row.Children[1]));
        Assert.Equal(counts.OrderBy(outlet => outlet.Key, StringComparer.Ordinal), rows.OrderBy(outlet => outlet.Key, StringComparer.Ordinal));
        foreach (var link in page.QuerySelectorAll(".outlets td a")) Assert.Equal(Number(link), Total(await site.Page(link.GetAttribute("href")!)));
        Assert.All(page.QuerySelectorAll(".outlets th a"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_says_from_when_to_when_and_how_much_is_undated()
    {
        var page = await site.Page("/outlets?find=cour");

        Assert.Equal(["All outlets", "Sample Courier"], page.QuerySelectorAll(".outlets tbody th").Select(TestSite.Text));
        var row = page.QuerySelectorAll(".outlets tbody tr")[1];
        Assert.Equal("April 2018 – February 2024", TestSite.Text(row.Children[2]));
        Assert.Equal("none", TestSite.Text(row.Children[3]));
        Assert.Contains("There is no such outlet.", TestSite.Text((await site.Page("/outlets?find=zzz&part=9999999999")).QuerySelector(".held")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Example")]
    [InlineData("Sample Courier")]
    [InlineData("صحيفة المثال")]
    [InlineData("<img src=x onerror=alert(1)> & \"Sons\"")]
    public async Task Every_number_of_an_outlet_is_that_of_the_search_it_leads_to(string outlet)
    {
        var page = await site.Page(OutletUrl.For(outlet));

        var articles = TestSite.Articles.Count(article => article.Outlet == outlet);
        Assert.Equal(outlet, TestSite.Text(page.QuerySelector("h1")));
        Assert.StartsWith(articles == 1 ? "1 article" : $"{articles} articles", TestSite.Text(page.QuerySelector(".deck")), StringComparison.Ordinal);
        Assert.Equal(articles, page.QuerySelectorAll(".time tbody td:nth-child(2)").Sum(Number));
        var links = page.QuerySelectorAll(".cols li").Select(row => (Url: (row.QuerySelector("a.n") ?? row.QuerySelector("a"))!.GetAttribute("href")!, Count: Number(row.QuerySelector(".n")!)))
            .Concat(page.QuerySelectorAll(".days svg a").Select(day => (Url: day.GetAttribute("href")!, Count: Number(day.QuerySelector("title")!, after: ':'))))
            .Concat(page.QuerySelectorAll(".days figcaption a").Select(year => (Url: year.GetAttribute("href")!, Count: Number(year, after: ':'))));
        foreach (var (url, count) in links) Assert.Equal(count, Total(await site.Page(url)));
        Assert.All(page.QuerySelectorAll(".days a, .cols a.n"), link => Assert.Equal("nofollow", link.GetAttribute("rel")));
    }

    [Fact]
    public async Task A_calendar_tells_days_with_its_articles_from_days_with_those_of_others()
    {
        var page = await site.Page("/outlets/Sample%20Courier?year=2023");

        Assert.Equal(["3 October 2023: 1 article", "2 December 2023: 1 article"], page.QuerySelectorAll(".days svg a title").Select(title => title.TextContent));
        var days = TestSite.Articles.Where(article => article.Published is { Precision: DatePrecision.Day or DatePrecision.Time, FirstDay.Year: 2023 }).Select(article => article.Published!.FirstDay).Distinct().Count();
        Assert.Equal(days, page.QuerySelector(".days .ground")!.GetAttribute("d")!.Count(letter => letter == 'M'));
        Assert.Equal(["2018", "2022", "2023", "2024"], page.QuerySelectorAll(".days > p.row a").Select(TestSite.Text));
    }

    [Fact]
    public void Each_day_of_a_year_has_a_place_of_its_own_inside_the_drawing()
    {
        foreach (var year in new[] { 2000, 2012, 2023, 2024 }) // among them leap years that begin on a Saturday and a Sunday
        {
            var first = new DateOnly(year, 1, 1);
            var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(day => new Archive.Times.PeriodCount(first.AddDays(day).ToString("O", CultureInfo.InvariantCulture), 1, 1));

            var drawn = new CalendarYear(year, days, new NewsSearch.Web.Search.SearchState(), 1).Days;

            Assert.Equal(drawn.Count, drawn.Select(day => (day.X, day.Y)).Distinct().Count());
            Assert.All(drawn, day => Assert.InRange(double.Parse(day.X.TrimEnd('%'), CultureInfo.InvariantCulture), 0, 99));
            Assert.All(drawn, day => Assert.InRange(day.Y + day.Height, CalendarYear.Top, CalendarYear.Height));
        }
    }

    [Theory]
    [InlineData("/outlets/Nobody", HttpStatusCode.NotFound)]
    [InlineData("/outlets/%2e%2e%2f", HttpStatusCode.NotFound)]
    [InlineData("/outlets/(none)?year=x", HttpStatusCode.OK)]
    [InlineData("/outlets/The%20Example?year=999999999999", HttpStatusCode.OK)]
    [InlineData("/outlets/The%20Example?year=-1", HttpStatusCode.OK)]
    [InlineData("/outlets?find=%ud83d&by=x&part=-3", HttpStatusCode.OK)]
    public async Task Any_outlet_and_any_year_give_a_page(string url, HttpStatusCode expected) => Assert.NotNull((await site.Page(url, expected)).QuerySelector("h1"));

    [Fact]
    public async Task An_article_and_the_list_of_all_values_lead_to_the_outlet()
    {
        Assert.Equal("/outlets/The%20Example", (await site.Page("/article/made-up-07")).QuerySelector(".story .soft a")?.GetAttribute("href"));
        Assert.Contains("/outlets/The%20Example", (await site.Page("/facet/outlet?q=limousine")).QuerySelectorAll(".tally li a:first-child").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_front_page_says_what_the_archive_holds_and_what_it_lacks()
    {
        var page = await site.Page("/");

        var months = TestSite.Articles.Select(article => article.Published).OfType<PublicationDate>().Where(date => date.Precision != DatePrecision.Year).Select(date => (date.FirstDay.Year * 12) + date.FirstDay.Month).Distinct().ToList();
        var outlets = TestSite.Articles.Select(article => article.Outlet).OfType<string>().Distinct().Count();
        var deck = TestSite.Text(page.QuerySelector(".holds .deck"));
        Assert.StartsWith($"{TestSite.Articles.Count} articles of {outlets} outlets, from January 2013 to February 2024; 3 % of the articles have no date. Nothing is held of {months.Max() - months.Min() + 1 - months.Count} months between, the longest gaps being", deck, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll(".holds a.n")) Assert.Equal(Number(link), Total(await site.Page(link.GetAttribute("href")!)));
        Assert.Null((await site.Page("/?q=limousine")).QuerySelector(".holds"));
    }

    private static long Total(IHtmlDocument page) => Number(page.QuerySelector("[role=status] b")!);

    private static long Number(IElement element) => Number(element, after: '\0');

    private static long Number(IElement element, char after)
    {
        var number = TestSite.Text(element).Split(after)[^1].Trim().Split(' ')[0];
        return number is "No" or "no" ? 0 : long.Parse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }
}
