using AngleSharp.Dom;
using NewsSearch.Archive;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class SearchPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_front_page_shows_the_box_and_the_newest_articles()
    {
        var page = await site.Page("/");

        Assert.Equal("NewsSearch: a newspaper archive, searched word for word", page.Title);
        Assert.NotNull(page.QuerySelector(".big input[name=q]"));
        Assert.Equal($"{TestSite.Articles.Count} articles in the archive", TestSite.Text(page.QuerySelector("[role=status]")));
        Assert.Equal(["made-up-01", "made-up-02"], TestSite.Ids(page)[..2]);
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task A_phrase_is_found_and_marked_as_one()
    {
        var page = await site.Page("/?q=%22luxury+goods%22");

        var total = TestSite.Articles.Count(article => article.Body.Contains("luxury goods", StringComparison.OrdinalIgnoreCase));
        Assert.Equal($"{total} articles.", TestSite.Text(page.QuerySelector(".deck [role=status]")));
        Assert.Equal($"\"luxury goods\": {total} articles – NewsSearch", page.Title);
        var snippets = page.QuerySelectorAll(".kwic");
        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Contains(snippet.QuerySelectorAll("mark"), mark =>
            string.Equals(mark.TextContent, "luxury goods", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Each_hit_says_why_it_is_one_when_asked_to()
    {
        var page = await site.Page("/?q=limousine+gift&explain=1");

        var reasons = page.QuerySelectorAll("main details:has(.why)");
        Assert.Equal(page.QuerySelectorAll("main article").Length, reasons.Length);
        Assert.All(reasons, reason => Assert.Contains("“limousine” ", reason.TextContent, StringComparison.Ordinal));
        Assert.Empty((await site.Page("/?q=limousine+gift")).QuerySelectorAll(".why"));
    }

    [Fact]
    public async Task A_count_beside_a_value_is_the_total_after_its_click()
    {
        var page = await site.Page("/?q=limousine");
        var rows = page.QuerySelectorAll(".facets fieldset li:has(input)").ToList();
        Assert.True(rows.Count > 20);

        foreach (var row in rows)
        {
            var box = row.QuerySelector("input")!;
            var narrowed = await site.Page($"/?q=limousine&{box.GetAttribute("name")}={Uri.EscapeDataString(box.GetAttribute("value")!)}");

            var count = row.QuerySelector(".n")!.ChildNodes[0].TextContent.Trim();
            Assert.StartsWith(count + " article", TestSite.Text(narrowed.QuerySelector(".deck [role=status]")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Chosen_and_excluded_values_have_ticked_boxes_and_chips()
    {
        var page = await site.Page("/?q=limousine&outlet=The+Example&outlet=Sample+Courier&-person=John+Sample&from=2020");

        Assert.Equal(
            ["-person=John Sample", "outlet=Sample Courier", "outlet=The Example"],
            page.QuerySelectorAll(".facets input[checked]").Select(box => $"{box.GetAttribute("name")}={box.GetAttribute("value")}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Outlet: Sample Courier", "Outlet: The Example", "Person: John Sample excluded", "Published: from 2020"],
            page.QuerySelectorAll(".chips li:not(.all) span").Select(TestSite.Text));
        Assert.Equal("/?q=limousine&outlet=Sample+Courier&outlet=The+Example&from=2020",
            page.QuerySelector(".chips a[aria-label='Stop excluding Person: John Sample']")?.GetAttribute("href"));
        Assert.Equal("/?q=limousine", page.QuerySelector(".chips .all a")?.GetAttribute("href"));
        Assert.Contains("under your 4 filters", TestSite.Text(page.QuerySelector(".deck")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_form_keeps_query_order_and_size()
    {
        var page = await site.Page("/?q=limousine&match=any&sort=oldest&size=20&page=1&outlet=The+Example");

        Assert.Equal(
            ["q=limousine", "match=any", "sort=oldest", "size=20"],
            page.QuerySelectorAll(".facets input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}"));
        Assert.Contains(page.QuerySelectorAll(".find input[type=hidden]"), input => input.GetAttribute("name") == "outlet");
    }

    [Fact]
    public async Task Unknown_parts_of_dates_are_said_in_words()
    {
        var page = await site.Page("/?size=100");

        var dates = page.QuerySelectorAll(".when").Select(TestSite.Text).ToList();
        Assert.Contains("2019, month unknown", dates);
        Assert.Contains("Jan 2024, day unknown", dates);
        Assert.Equal("no date", dates[^1]);
        Assert.Contains("month unknown", page.QuerySelectorAll("#facet-date label").Select(label => TestSite.Text(label.QuerySelector("span"))));
    }

    [Fact]
    public async Task A_year_and_a_month_add_up()
    {
        var page = await site.Page("/?date=2023&date=2022-06&size=100");

        var expected = TestSite.Articles.Where(article => article.Published is { } date
            && (date.Text.StartsWith("2023", StringComparison.Ordinal) || date.Text.StartsWith("2022-06", StringComparison.Ordinal)));
        Assert.Equal(expected.Select(article => article.Id).Order(StringComparer.Ordinal), TestSite.Ids(page).Order(StringComparer.Ordinal));
        Assert.Equal(["Published: June 2022", "Published: 2023"], page.QuerySelectorAll(".chips li:not(.all) span").Select(TestSite.Text));
        Assert.Equal(["2023", "2022"], page.QuerySelectorAll("details.year[open] > summary").Select(year => TestSite.Text(year)[..4]));
    }

    [Fact]
    public async Task Articles_without_an_outlet_can_be_filtered()
    {
        var page = await site.Page("/?outlet=(none)");

        Assert.Equal(TestSite.Articles.Count(article => article.Outlet is null), page.QuerySelectorAll(".hits > li").Length);
        Assert.All(page.QuerySelectorAll(".from"), from => Assert.StartsWith("Outlet not known", TestSite.Text(from), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        var seen = new List<string>();
        for (var url = "/?size=5"; url is not null;)
        {
            var page = await site.Page(url);
            seen.AddRange(page.QuerySelectorAll(".hits h3 a").Select(link => link.GetAttribute("href")!.Split('?')[0] + TestSite.Text(link)));
            url = page.QuerySelector(".pages .next")?.GetAttribute("href");
        }

        Assert.Equal(TestSite.Articles.Count, seen.Distinct().Count());
        Assert.Equal(TestSite.Articles.Count, seen.Count);
    }

    [Fact]
    public async Task A_page_beyond_the_last_leads_back()
    {
        var page = await site.Page("/?q=limousine&page=99");

        Assert.Equal("There is no page 99", TestSite.Text(page.QuerySelector("#rh")));
        Assert.Equal("/?q=limousine&page=2", page.QuerySelector("#results a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Nothing_found_offers_counted_ways_out()
    {
        var page = await site.Page("/?q=limousine+pearls&outlet=Lake+Filler+Times");

        var ways = page.QuerySelectorAll(".ways li").Select(TestSite.Text).ToList();
        Assert.Contains("Without “limousine” (without any filter): 1 article.", ways);

        page = await site.Page("/?q=soups&outlet=The+Example&person=Jane+Example");
        ways = [.. page.QuerySelectorAll(".ways li").Select(TestSite.Text)];
        Assert.Equal(["Without any filter: 1 article."], ways);

        page = await site.Page("/?q=limousine+pearls");
        Assert.Contains(page.QuerySelectorAll(".ways a"), link => link.GetAttribute("href") == "/?q=limousine+pearls&match=any");
    }

    [Fact]
    public async Task Wrong_parameters_are_noted_on_the_page()
    {
        var page = await site.Page("/?q=limousine&page=two&size=500");

        Assert.Equal(2, page.QuerySelectorAll(".notes li").Length);
    }

    [Fact]
    public async Task More_values_of_a_facet_are_listed_on_request()
    {
        var page = await site.Page("/");
        var more = page.QuerySelector("#facet-person .more")!.GetAttribute("href")!;
        Assert.Equal("/?more=person#facet-person", more);

        var longer = await site.Page(more);

        var people = TestSite.Articles.SelectMany(article => article.People).Select(person => person.Name).Distinct().Count();
        Assert.Equal(people + 1, longer.QuerySelectorAll("#facet-person input").Length); // and (none)
    }

    [Fact]
    public async Task The_choice_between_all_and_any_is_a_link_in_words()
    {
        var page = await site.Page("/?q=limousine+pearls+soups");

        var other = page.QuerySelector(".deck a[href*='match=any']")!;
        Assert.Equal("any of them", TestSite.Text(other));
        Assert.True((await site.Page(other.GetAttribute("href")!)).QuerySelectorAll(".hits > li").Length > 2);
        foreach (var query in new[] { "%22luxury+goods%22", "limousine", "limousine+OR+pearls", "limousine+AND+pearls", "limousine+-pearls" })
            Assert.Null((await site.Page("/?q=" + query)).QuerySelector(".deck a[href*='match=']"));
        Assert.Equal("all of them", TestSite.Text((await site.Page("/?q=limousine+pearls&match=any")).QuerySelector(".deck a[href^='/?']")));
    }

    [Fact]
    public async Task Ids_of_facets_are_the_words_of_the_contract()
    {
        var page = await site.Page("/");

        Assert.Equal(FacetNames.All.Order(), page.QuerySelectorAll(".facets fieldset").Select(field => field.Id!["facet-".Length..]).Order());
    }
}
