using System.Text.Json;
using AngleSharp.Html.Dom;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

public sealed class CitationHeadTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task An_article_tells_reference_programs_what_it_is()
    {
        var page = await site.Page("/article/made-up-07?q=limousine");

        Assert.Equal("newspaperArticle", Meta(page, "z:itemType"));
        Assert.Equal("Motor works builds its last limousine", Meta(page, "citation_title"));
        Assert.Equal("The Example", Meta(page, "citation_journal_title"));
        Assert.Matches("^[0-9]{4}/[0-9]{2}/[0-9]{2}$", Meta(page, "citation_publication_date"));
        Assert.Equal(new Uri(site.Address, "/article/made-up-07").ToString(), Meta(page, "citation_fulltext_html_url"));
        Assert.Equal("NewsArticle", JsonLd(page).GetProperty("@type").GetString());
        Assert.Equal("Motor works builds its last limousine", JsonLd(page).GetProperty("headline").GetString());
        Assert.Equal("The Example", JsonLd(page).GetProperty("publisher").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("made-up-24", "2019")]
    [InlineData("made-up-25", "2018/04")]
    [InlineData("made-up-23", null)]
    public async Task A_date_is_cut_to_what_is_known(string id, string? expected)
    {
        var page = await site.Page("/article/" + id);

        Assert.Equal(expected, Meta(page, "citation_publication_date"));
        Assert.Equal(expected?.Replace('/', '-'), JsonLd(page).TryGetProperty("datePublished", out var date) ? date.GetString() : null);
    }

    [Fact]
    public async Task Markup_stays_text_in_the_head_of_every_article()
    {
        foreach (var article in TestSite.Articles)
        {
            var page = await site.Page(ArticleUrl.For(article.Id));

            var script = Assert.Single(page.QuerySelectorAll("script:not([src])"));
            Assert.Same(page.Head, script.ParentElement);
            Assert.Equal("NewsArticle", JsonLd(page).GetProperty("@type").GetString());
            Assert.DoesNotContain('<', script.TextContent);
            Assert.DoesNotContain(page.QuerySelectorAll("meta[content^=javascript]"), _ => true);
        }
    }

    [Fact]
    public async Task The_page_shows_the_citation_and_files_of_it_without_script()
    {
        var page = await site.Page("/article/made-up-30");

        Assert.Equal("“Weather.” The Example, 2 January 2015. https://example.org/articles/30?a=1&b=2", TestSite.Text(page.QuerySelector(".cite p")));
        Assert.Equal(
            ["/cite/jsonl/made-up-30", "/cite/ris/made-up-30", "/cite/bibtex/made-up-30", "/cite/csl/made-up-30"],
            page.QuerySelectorAll(".cite li a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".cite li a"), link => Assert.Equal("nofollow", link.GetAttribute("rel")));
    }

    private static string? Meta(IHtmlDocument page, string name) => page.Head!.QuerySelector($"meta[name='{name}']")?.GetAttribute("content");

    private static JsonElement JsonLd(IHtmlDocument page) => JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
}
