using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Pages;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Pages;

public sealed class PageReaderTests
{
    [Fact]
    public void The_article_alone_comes_out_with_its_fields_and_their_reasons()
    {
        var article = Make(SamplePage.Html)!;

        Assert.Equal(string.Join("\n\n", SamplePage.First, SamplePage.Second, "Ferries", SamplePage.Third, "by day: every ten minutes", "by night: every half hour"), article.Body);
        Assert.Equal(("Bridge to close for a year", "h1 and jsonld headline"), (article.Title, article.TitleFrom));
        Assert.Equal(("The Harbour Post", "og:site_name"), (article.Outlet, article.OutletFrom));
        Assert.Equal(("2024-02-20T14:05:00+00:00", "jsonld datePublished"), (article.Published?.Text, article.PublishedBy));
        Assert.Equal(["Håkon Lie"], article.Authors);
        Assert.Equal(("City", "en"), (article.Section, article.Language));
        Assert.Equal(("https://harbourpost.example/city/bridge-to-close", "harbourpost.example"), (article.Url, article.Host));
        Assert.Equal("jsonld author", article.Reasons["authors"]);
        Assert.Equal("canonical link", article.Reasons["url"]);
        Assert.Equal(["authors", "body", "language", "section", "url"], article.Reasons.Keys.Order());
    }

    [Fact]
    public void What_extraction_takes_out_of_the_article_is_kept_with_its_rule()
    {
        var removed = Make(SamplePage.Html)!.Removed;

        Assert.Equal(["caption", "related", "newsletter"], removed.Select(removal => removal.Rule));
        Assert.Equal("The bridge on Tuesday. Photo: Bo Ek", removed[0].Text);
        Assert.Equal(SamplePage.First.Length + 2, removed[0].At);
    }

    [Fact]
    public void No_date_is_younger_than_the_page()
    {
        var fetched = new FetchedPage(Encoding.UTF8.GetBytes(SamplePage.Html), null, new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Null(Make(fetched, null)!.Published);
    }

    [Theory]
    [InlineData("<p>Posted on 20 February 2024</p>", null, "2024-02-20")]
    [InlineData("<time datetime='2024-02-20'>yesterday</time>", null, "2024-02-20")]
    [InlineData("<p>Updated 22 February 2024</p><p>Published 20 February 2024</p>", null, "2024-02-20")]
    [InlineData("", "https://example.org/2024/02/20/bridge", "2024-02-20")]
    [InlineData("<p>20 February 2034</p>", null, null)]
    [InlineData("", null, null)]
    public void Without_data_for_machines_the_date_is_what_readers_see(string byline, string? url, string? date)
    {
        var html = $"<html><body><h1>Bridge to close for a year</h1>{byline}<div><p>{SamplePage.First}</p><p>{SamplePage.Second}</p><p>{SamplePage.Third}</p></div></body></html>";

        Assert.Equal(date, Make(html, url)!.Published?.Text);
    }

    [Fact]
    public void An_address_that_tells_an_earlier_day_goes_before_what_is_stated() =>
        Assert.Equal(("2024-02-01", "url"), Make(SamplePage.Html.Replace("/city/bridge-to-close", "/2024/02/01/bridge", StringComparison.Ordinal)) is { } article ? (article.Published!.Text, article.PublishedBy) : default);

    [Fact]
    public void Data_for_machines_stands_in_where_scripts_would_fill_the_page()
    {
        var body = string.Concat(Enumerable.Repeat(SamplePage.First + "\\n", 8));
        var html = $$"""<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","articleBody":"{{body}}"}</script></head><body><div id="app"></div></body></html>""";

        var article = Make(html)!;

        Assert.Equal(8, article.Body.Split("\n\n").Length);
        Assert.Equal("jsonld articleBody", article.Reasons["body"]);
    }

    [Fact]
    public void Names_of_classes_are_not_believed_where_they_would_take_the_article_away()
    {
        var html = SamplePage.Html.Replace("<article>", "<div class=\"sidebar\"><div>", StringComparison.Ordinal).Replace("</article>", "</div></div>", StringComparison.Ordinal);

        Assert.Contains(SamplePage.Third, Make(html)!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_text_is_rejected_with_a_reason()
    {
        Assert.Null(Make(new FetchedPage("<html><body></body></html>"u8.ToArray(), null, null), null, out var problem));
        Assert.Equal("There is no text in it.", problem);
    }

    [Fact]
    public void An_id_does_not_depend_on_what_is_taken_out() =>
        Assert.Equal(Make(SamplePage.Html)!.Id, Make("<html><link rel=canonical href='http://www.harbourpost.example/city/bridge-to-close?utm_source=x'><p>" + SamplePage.First)!.Id);

    private static Article? Make(string html, string? url = null) => Make(new FetchedPage(Encoding.UTF8.GetBytes(html), null, null), url);

    private static Article? Make(FetchedPage page, string? url) => Make(page, url, out _);

    private static Article? Make(FetchedPage page, string? url, out string? problem) =>
        new ArticleMaker(new NameExtractor(), FixedClock.Spring2024, Decisions.None).Make(new SourceArticle(new Article { Id = "", Url = url }, new SourceFile("p", "p", 0), "") { Page = page }, out problem);
}
