using System.Net;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class ArticlePageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Hits_are_marked_numbered_and_walked_by_links()
    {
        var page = await site.Page("/article/made-up-07?q=limousine&at=2");
        Assert.Equal("4 hits in this article first hit › hide marks", TestSite.Text(page.QuerySelector(".hitbar")));
        Assert.Equal(["h1", "h2", "h3", "h4"], page.QuerySelectorAll("mark").Select(mark => mark.Id));

        for (var hit = 1; hit <= 4; hit++)
        {
            var next = page.QuerySelector(".hitbar a[rel=next]")!.GetAttribute("href")!;
            Assert.Equal($"/article/made-up-07?q=limousine&at=2&hit={hit}#h{hit}", next);

            page = await site.Page(next);

            Assert.StartsWith($"Hit {hit} of 4", TestSite.Text(page.QuerySelector(".hitbar")), StringComparison.Ordinal);
            Assert.Equal($"{hit} of 4", TestSite.Text(page.QuerySelector("mark.now sup")));
            Assert.Equal("h" + hit, page.QuerySelector("mark.now")?.Id);
        }

        Assert.Null(page.QuerySelector(".hitbar a[rel=next]"));
        Assert.EndsWith("hit=3#h3", page.QuerySelector(".hitbar a[rel=prev]")?.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_search_nothing_is_marked()
    {
        var page = await site.Page("/article/made-up-07");

        Assert.Empty(page.QuerySelectorAll("mark"));
        Assert.Null(page.QuerySelector(".hitbar"));
        Assert.Equal("Motor works builds its last limousine – NewsSearch", page.Title);
    }

    [Fact]
    public async Task Similar_articles_are_listed_with_outlet_date_and_shared_words()
    {
        var page = await site.Page("/article/made-up-11?q=harbour");

        var first = page.QuerySelector(".alike li")!;
        Assert.Equal("/article/made-up-12?q=harbour", first.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Both have: ", TestSite.Text(first), StringComparison.Ordinal);
        Assert.InRange(page.QuerySelectorAll(".alike li").Length, 1, 5);
    }

    [Fact]
    public async Task The_way_back_leads_to_the_page_of_results_that_lists_it()
    {
        var page = await site.Page("/article/made-up-07?q=limousine&outlet=The+Example&at=12&size=5");

        Assert.Equal("/?q=limousine&outlet=The+Example&page=3&size=5", page.QuerySelector("nav.sorts a")?.GetAttribute("href"));
        Assert.Equal("/article/made-up-07", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Every_fact_says_which_rule_chose_it()
    {
        var page = await site.Page("/article/made-up-07");

        var names = page.QuerySelectorAll(".know dt").Select(TestSite.Text).ToList();
        var facts = page.QuerySelectorAll(".know dd").Select(TestSite.Text).ToList();
        Assert.Equal("12 November 2023, 09:30 UTC+01:00 by the rule date-line", facts[names.IndexOf("Published")]);
        Assert.Equal("The Example by the rule copyright-line", facts[names.IndexOf("Outlet")]);
        Assert.Equal("Headline of the source by the rule first-line", facts[names.IndexOf("Title")]);
        Assert.Equal("https://example.org/articles/7?a=1&b=2", page.QuerySelector(".know a[rel~=noreferrer]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_unknown_is_said_in_words()
    {
        var page = await site.Page("/article/made-up-23");

        Assert.StartsWith("no date · outlet not known", TestSite.Text(page.QuerySelector(".story .soft")), StringComparison.Ordinal);
        Assert.Equal("/?outlet=%28none%29", page.QuerySelectorAll(".know a").First(link => TestSite.Text(link) == "outlet not known").GetAttribute("href"));
        Assert.Contains("No names were found.", TestSite.Text(page.QuerySelector(".names")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_headline_is_replaced_by_the_first_words_and_marked_so()
    {
        var page = await site.Page("/article/made-up-25?q=limousine");

        Assert.Equal("derived", page.QuerySelector("h1")?.ClassName);
        Assert.StartsWith("A limousine without a driver", TestSite.Text(page.QuerySelector("h1")), StringComparison.Ordinal);
        Assert.Contains("The source has no headline.", TestSite.Text(page.QuerySelector(".story")), StringComparison.Ordinal);
        Assert.Equal("1 hit in this article first hit › hide marks", TestSite.Text(page.QuerySelector(".hitbar")));
        Assert.Equal("h1", page.QuerySelector(".text mark")?.Id);
    }

    [Fact]
    public async Task Names_lead_to_their_pages_and_their_numbers_to_their_mentions()
    {
        var page = await site.Page("/article/made-up-07");

        var row = page.QuerySelectorAll(".names li").First(name => name.TextContent.Contains("John Sample", StringComparison.Ordinal));
        Assert.Equal("John Sample 12 2 mentions", TestSite.Text(row));
        Assert.Equal(["/entity/person/John%20Sample", "#n1-1", "#n1-2"], row.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("John Sample", TestSite.Text(page.GetElementById("n1-1")));
        Assert.Equal("Mr Sample", TestSite.Text(page.GetElementById("n1-2")));
    }

    [Fact]
    public async Task What_cleaning_removed_can_be_read()
    {
        var page = await site.Page("/article/made-up-01");

        Assert.Equal("Removed from the text: 2 passages, not searched", TestSite.Text(page.QuerySelector("details summary")));
        Assert.Equal("Leave a Reply", TestSite.Text(page.QuerySelector(".cut blockquote")));
        Assert.Equal("After paragraph 3, by the rule comment-form", TestSite.Text(page.QuerySelector(".cut p")));
    }

    [Fact]
    public async Task What_cleaning_removed_is_shown_in_its_place_on_request_with_its_rule()
    {
        var plain = await site.Page("/article/made-up-01?q=luxury");
        var link = plain.QuerySelector("details a")?.GetAttribute("href") ?? "";

        var page = await site.Page(link);

        Assert.Empty(plain.QuerySelectorAll(".gone"));
        Assert.Equal("/article/made-up-01?q=luxury&removed=1", link);
        Assert.Equal(["P", "DIV", "P", "P", "DIV"], page.QuerySelectorAll("#text > *").Select(block => block.TagName));
        Assert.Equal(
            ["Read more: The tariff table of last year removed by the rule related-link", "Leave a Reply removed by the rule comment-form"],
            page.QuerySelectorAll(".gone").Select(block => TestSite.Text(block.QuerySelector("p")) + " " + TestSite.Text(block.QuerySelector("small"))));
        Assert.Equal("/article/made-up-01?q=luxury", page.QuerySelector("p.noprint a")?.GetAttribute("href"));
        Assert.Equal("/article/made-up-01?q=luxury&removed=1&hit=1#h1", page.QuerySelector(".hitbar [rel=next]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Every_article_of_the_archive_has_its_address_whatever_its_id()
    {
        foreach (var article in TestSite.Articles)
        {
            var page = await site.Page(ArticleUrl.For(article.Id, SearchState.Parse("/?q=limousine"), at: 3));

            Assert.Equal(article.Id, page.QuerySelectorAll(".know dd")[^1].TextContent.Trim());
        }
    }

    [Theory]
    [InlineData("/article/no-such-id")]
    [InlineData("/article/")]
    [InlineData("/article")]
    [InlineData("/article/a%2Fb")]
    [InlineData("/article/%FF%FE")]
    public async Task An_unknown_id_is_not_found(string url)
    {
        var page = await site.Page(url, HttpStatusCode.NotFound);

        Assert.Equal("No such article", TestSite.Text(page.QuerySelector("h1")));
    }

    [Fact]
    public async Task A_hit_beyond_the_last_shows_the_last()
    {
        var page = await site.Page("/article/made-up-07?q=limousine&hit=99");

        Assert.StartsWith("Hit 4 of 4", TestSite.Text(page.QuerySelector(".hitbar")), StringComparison.Ordinal);
    }
}
