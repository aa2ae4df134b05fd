namespace NewsSearch.Ingest.Tests.Pages.Dates;

public sealed class PageDateTests
{
    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-20T14:05:00+09:00"}</script>""", "2024-02-20T14:05:00+09:00", "jsonld datePublished")]
    [InlineData("""<script type="application/ld+json"><![CDATA[{"@type":"NewsArticle","datePublished":"2024-02-20"}]]></script>""", "2024-02-20", "jsonld datePublished")]
    [InlineData("""<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2024-02-01"},{"@type":["Thing","NewsArticle"],"datePublished":["2024-02-20"]}]}</script>""", "2024-02-20", "jsonld datePublished")]
    [InlineData("""<script type="application/ld+json">{"@type":"SocialMediaPosting","datePublished":"2024-02-20"}</script>""", "2024-02-20", "jsonld datePublished")]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-20",}<!-- --></script>""", "2024-02-20", "jsonld datePublished")]
    [InlineData("""<meta property="article:published_time" content="2024-02-20T14:05:00Z">""", "2024-02-20T14:05:00Z", "meta article:published_time")]
    [InlineData("""<meta property="article:published_time " content="2024-02-20">""", "2024-02-20", "meta article:published_time")]
    [InlineData("""<meta name="DC.date.issued" content="2024-02-20">""", "2024-02-20", "meta dc.date.issued")]
    [InlineData("""<meta name="parsely-pub-date" content="2024-02-20">""", "2024-02-20", "meta parsely-pub-date")]
    [InlineData("""<meta name="sailthru.date" content="Tue, 20 Feb 2024 14:05:00 +0000">""", "2024-02-20", "meta sailthru.date")]
    [InlineData("""<meta name="date" content="20240220">""", "2024-02-20", "meta date")]
    [InlineData("""<meta itemprop="datePublished" content="2024-02-20">""", "2024-02-20", "meta datepublished")]
    [InlineData("""<meta property="article:modified_time" content="2024-02-20">""", "2024-02-20", "meta article:modified_time")]
    public void What_machines_are_told_is_read(string head, string date, string rule)
    {
        var (found, by) = DatedPage.Read(head);

        Assert.Equal((date, rule), (found?[..date.Length], by));
    }

    [Fact]
    public void What_was_published_goes_before_what_was_modified()
    {
        const string modified = """<meta property="article:modified_time" content="2024-02-25">""", published = """<meta property="og:published_time" content="2024-02-20">""";

        Assert.Equal("2024-02-20", DatedPage.Read(modified + published).Date);
        Assert.Equal("2024-02-20", DatedPage.Read(modified, under: "<p>20 February 2024</p>").Date);
        Assert.Equal("2024-02-20", DatedPage.Read(DatedPage.JsonLd("\"dateModified\":\"2024-02-25\",\"datePublished\":\"2024-02-20\""), under: "<p>Updated 25 February 2024</p>").Date);
    }

    [Fact]
    public void Of_several_stated_days_the_one_that_readers_see_is_taken()
    {
        var head = DatedPage.JsonLd("\"datePublished\":\"2024-02-17T08:00:00Z\"") + """<meta property="article:published_time" content="2024-02-20T12:00:00Z">""";

        Assert.Equal(("2024-02-17T08:00:00Z", "jsonld datePublished"), DatedPage.Read(head));
        Assert.Equal(("2024-02-20T12:00:00Z", "meta article:published_time, date under the headline"), DatedPage.Read(head, under: "<p>20 February 2024</p>"));
        Assert.Equal("2024-02-17T08:00:00Z", DatedPage.Read(head, under: "<p>Updated: 20 February 2024</p>").Date);
    }

    [Fact]
    public void Two_signs_of_the_page_outvote_a_single_statement_and_one_does_not()
    {
        const string head = """<meta property="article:published_time" content="2024-02-25T12:00:00Z">""";

        Assert.Equal("2024-02-20", DatedPage.Read(head, under: "<time datetime='2024-02-20'>20 February 2024</time>").Date);
        Assert.Equal("2024-02-25T12:00:00Z", DatedPage.Read(head, under: "<p>20 February 2024</p>").Date);
    }

    [Fact]
    public void A_vague_name_comes_after_what_readers_see_beside_the_headline()
    {
        const string head = """<meta name="date" content="2024-02-22"><meta name="DC.date" content="2024-02-22">""";

        Assert.Equal(("2024-02-20", "date under the headline"), DatedPage.Read(head, under: "<p>20 February 2024</p>"));
        Assert.Equal(("2024-02-22", "meta dc.date"), DatedPage.Read(head));
    }

    [Theory]
    [InlineData("2024-02-20T01:30:00Z", "19 February 2024", "2024-02-19")]
    [InlineData("2024-02-20T23:30:00Z", "21 February 2024", "2024-02-21")]
    [InlineData("2024-02-20T12:00:00Z", "19 February 2024", "2024-02-20T12:00:00Z")]
    [InlineData("2024-02-20T01:30:00+09:00", "19 February 2024", "2024-02-20T01:30:00+09:00")]
    [InlineData("2024-02-20T01:30:00Z", "12 February 2024", "2024-02-20T01:30:00Z")]
    public void The_day_that_is_printed_is_the_day_where_a_time_of_Greenwich_is_of_another(string stated, string seen, string date) =>
        Assert.Equal(date, DatedPage.Read($"<meta property='article:published_time' content='{stated}'>", under: $"<p>{seen}</p>").Date);

    [Theory]
    [InlineData("https://example.org/2024/02/20/bridge", "", "2024-02-20", "url")]
    [InlineData("https://example.org/2024/02/20/bridge", "<meta property='article:published_time' content='2024-02-21'>", "2024-02-21", "meta article:published_time")]
    [InlineData("https://example.org/2024/02/20/bridge", "<meta property='article:published_time' content='2024-02-25'>", "2024-02-20", "url")]
    [InlineData("https://example.org/2024/02/bridge", "", "2024-02", "url")]
    [InlineData("https://example.org/bridge-2024", "", null, null)]
    public void An_address_tells_the_day_on_which_it_was_given(string url, string head, string? date, string? rule) =>
        Assert.Equal((date, rule), DatedPage.Read(head, url: url));

    [Theory]
    [InlineData("<div class='comments'><time class='published' datetime='2024-02-25'>25 February 2024</time></div>")]
    [InlineData("<div itemscope itemtype='https://schema.org/Comment'><meta itemprop='datePublished' content='2024-02-25'></div>")]
    [InlineData("<div class='related-posts'><article><a href='/x'>Old bridges</a> <time class='entry-date' datetime='2024-02-25'>25 February 2024</time></article></div>")]
    public void Dates_of_comments_and_other_articles_are_none(string below) => Assert.Equal((null, null), DatedPage.Read(below: below));

    [Fact]
    public void Elements_that_call_themselves_the_date_of_publication_are_read()
    {
        foreach (var marked in (string[])["<abbr class='published' title='2024-02-20'>lately</abbr>", "<span itemprop='datePublished' content='2024-02-20'>lately</span>", "<time pubdate datetime='2024-02-20'>lately</time>"])
            Assert.Equal(("2024-02-20", "marked element"), DatedPage.Read(under: $"<p>{marked}</p>"));
    }
}
