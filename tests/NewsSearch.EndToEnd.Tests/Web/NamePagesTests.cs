using System.Net;
using NewsSearch.Archive;

namespace NewsSearch.EndToEnd.Tests.Web;

/// <summary>The pages of people, organisations and places.</summary>
public sealed class NamePagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_name_has_a_page_with_its_time_its_writings_and_its_company()
    {
        var page = await site.Page("/entity/place/Sampletown");
        var naming = TestSite.Articles.Where(article => article.Places.Any(place => place.Name == "Sampletown")).ToList();

        Assert.Equal("Sampletown", TestSite.Text(page.QuerySelector("h1")));
        Assert.Contains($"Named in {naming.Count} articles of {naming.Select(article => article.Outlet).OfType<string>().Distinct().Count()} outlets.", TestSite.Text(page.QuerySelector(".deck")), StringComparison.Ordinal);
        Assert.Equal(naming.Count, page.QuerySelectorAll(".time tbody td:nth-child(2)").Sum(cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal($"Sampletown {naming.Sum(article => article.Places.Where(place => place.Name == "Sampletown").Sum(place => place.Mentions.Count))} times", TestSite.Text(page.QuerySelector("[aria-labelledby=written] li")));
        Assert.NotEmpty(page.QuerySelectorAll("svg .bar"));
    }

    [Fact]
    public async Task Every_number_of_the_page_is_that_of_the_search_it_leads_to()
    {
        var page = await site.Page("/entity/place/Sampletown");

        var links = page.QuerySelectorAll(".cols a.n").Select(link => (Url: link.GetAttribute("href")!, Count: link.TextContent))
            .Concat(page.QuerySelectorAll(".time tbody tr").Select(row => (Url: row.QuerySelector("a")!.GetAttribute("href")!, Count: row.Children[1].TextContent))).ToList();
        foreach (var (url, count) in links)
        {
            Assert.StartsWith(count == "1" ? "1 article" : count + " articles", TestSite.Text((await site.Page(url)).QuerySelector("[role=status]")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_person_has_what_it_said()
    {
        var page = await site.Page("/entity/person/John%20Sample");

        Assert.Equal("We built limousines for ninety years", TestSite.Text(page.QuerySelector(".said q")));
        Assert.Equal("/article/made-up-07", page.QuerySelector(".said a")?.GetAttribute("href"));
        Assert.Equal(["John Sample 1 time", "Mr Sample 1 time"], page.QuerySelectorAll("[aria-labelledby=written] li").Select(TestSite.Text));
    }

    [Theory]
    [InlineData("/entity/person/Nobody%20At%20All")]
    [InlineData("/entity/planet/Mars")]
    [InlineData("/entity/planet")]
    [InlineData("/entity/person/Sampletown")]
    [InlineData("/entity/person/%2e%2e%2f")]
    public async Task A_name_that_the_archive_does_not_have_is_said_to_be_missing(string url)
    {
        Assert.Equal("No such name", TestSite.Text((await site.Page(url, HttpStatusCode.NotFound)).QuerySelector("h1")));
    }

    [Fact]
    public async Task A_name_of_any_characters_has_a_page_and_stays_text()
    {
        foreach (var (kind, name) in new[] { ("person", "<b>P</b>"), ("org", "O\"'&"), ("place", "<b>L</b>") })
        {
            var page = await site.Page(NewsSearch.Web.Names.EntityUrl.For(kind, name));

            Assert.Equal(name, TestSite.Text(page.QuerySelector("h1")));
            Assert.Empty(page.QuerySelectorAll("h1 b, .tally b, q u"));
        }
    }

    [Fact]
    public async Task All_names_are_listed_by_count_or_by_name_and_can_be_searched()
    {
        var all = TestSite.Articles.SelectMany(article => article.Places.Select(place => place.Name).Distinct()).CountBy(name => name).ToDictionary();

        var byCount = await site.Page("/facet/place");
        var byName = await site.Page("/facet/place?by=name");
        var found = await site.Page("/facet/place?find=LAKE+f");

        string[] Names(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll(".tally li a:first-child").Select(link => link.TextContent)];
        Assert.Equal(all.OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.OrdinalIgnoreCase).Select(name => name.Key), Names(byCount));
        Assert.Equal(all.Keys.Order(StringComparer.OrdinalIgnoreCase), Names(byName));
        Assert.Equal(["Lake Filler"], Names(found));
        Assert.Contains("There is no such value.", TestSite.Text((await site.Page("/facet/place?find=zzz")).QuerySelector(".values")), StringComparison.Ordinal);
        Assert.Contains("There is no such page.", TestSite.Text((await site.Page("/facet/place?part=99")).QuerySelector(".values")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_names_of_a_search_count_as_its_facet_does()
    {
        var search = await site.Page("/?q=limousine&more=place");
        var values = await site.Page("/facet/place?q=limousine");

        var facet = search.QuerySelectorAll("#facet-place li").Where(row => row.QuerySelector("input")!.GetAttribute("value") != FacetNames.NoValue)
            .Select(row => (row.QuerySelector("input")!.GetAttribute("value"), TestSite.Text(row.QuerySelector(".n")).Split(' ')[0]));
        Assert.Equal(facet.Order(), values.QuerySelectorAll(".tally li").Select(row => (row.QuerySelector("a")?.TextContent, TestSite.Text(row.QuerySelector(".n")))).Order());
    }
}
