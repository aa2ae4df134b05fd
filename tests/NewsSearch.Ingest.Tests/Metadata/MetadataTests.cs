using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Metadata;

namespace NewsSearch.Ingest.Tests.Metadata;

public sealed class MetadataTests
{
    private const string Paragraph = "The council met on Monday to talk about the bridge over the harbour, which is to be closed for a year.";

    [Theory]
    [InlineData("Bridge to close for a year", true)]
    [InlineData("Will the bridge close?", true)]
    [InlineData("“No bridge,” says mayor", true)]
    [InlineData("Bridge", false)]
    [InlineData("The bridge is closed.", false)]
    [InlineData("“The bridge is closed.”", false)]
    [InlineData("By Anna Lind", false)]
    [InlineData("OSLO -", false)]
    [InlineData("https://example.org/a b", false)]
    [InlineData("2024 02", false)]
    public void A_headline_is_a_short_line_without_a_stop(string line, bool isHeadline)
    {
        Assert.Equal(isHeadline, Headline.Find(new Draft(line + "\n\n" + Paragraph)) is not null);
        Assert.Null(Headline.Find(new Draft(line)));
    }

    [Theory]
    [InlineData("https://www.Example.org/a/?utm_source=x&id=7&fbclid=y#top", "example.org/a/?id=7")]
    [InlineData("http://example.org/a/", "example.org/a")]
    [InlineData("https://example.org", "example.org")]
    [InlineData("https://example.org:8080/b", "example.org:8080/b")]
    [InlineData("http://example.org:443/b#c", "example.org/b")]
    [InlineData("https://m.example.org/b//index.html", "example.org/b")]
    [InlineData("https://mobile.www.example.org./index.php?b=2&a=1", "example.org/?a=1&b=2")]
    [InlineData("https://amp.example.org/b/amp/", "example.org/b")]
    [InlineData("https://example.org/news/amp/b.amp.html?outputType=amp", "example.org/news/b.html")]
    [InlineData("https://www.google.com/amp/s/www.example.org/b.amp?usqp=1", "example.org/b")]
    [InlineData("https://example-org.cdn.ampproject.org/c/s/example.org/b", "example.org/b")]
    [InlineData("https://google.com/amp/", "google.com/amp")]
    [InlineData("https://m.org/amp", "m.org/amp")]
    [InlineData("https://amp.dev/b", "amp.dev/b")]
    [InlineData("https://example.org/caf%c3%a9", "example.org/caf%C3%A9")]
    [InlineData("https://example.org/café", "example.org/caf%C3%A9")]
    [InlineData("ftp://example.org/b", null)]
    [InlineData("no address", null)]
    [InlineData(null, null)]
    public void A_canonical_address_drops_what_only_tells_how_it_was_reached(string? url, string? canonical) =>
        Assert.Equal(canonical?.Replace("/?", "?", StringComparison.Ordinal), CanonicalUrl.Of(url));

    [Fact]
    public void An_id_is_given_or_made_from_the_address_or_from_the_raw_text()
    {
        Assert.Equal("x", ArticleId.For(new Article { Id = " x ", Url = "https://example.org/a" }));
        Assert.Equal(ArticleId.For(new Article { Id = "", Url = "http://example.org/a/" }), ArticleId.For(new Article { Id = "", Url = "https://www.example.org/a#b", Body = "other" }));
        Assert.Equal(ArticleId.For(new Article { Id = "", Body = "text" }), ArticleId.For(new Article { Id = "", Body = "text" }));
        Assert.NotEqual(ArticleId.For(new Article { Id = "", Body = "text" }), ArticleId.For(new Article { Id = "", Body = "text " }));
        Assert.Matches("^[0-9a-f]{16}$", ArticleId.For(new Article { Id = "", Body = "" }));
    }

    [Theory]
    [InlineData("https://example.org/2024/02/20/putin-gifts", "2024-02-20")]
    [InlineData("https://example.org/news/2018/9/1/17850180/x", "2018-09-01")]
    [InlineData("https://example.org/news/2013/feb/5/x", "2013-02-05")]
    [InlineData("https://example.org/2020-11-03-election", "2020-11-03")]
    [InlineData("https://example.org/2024/02/x", "2024-02")]
    [InlineData("https://example.org/1234/56/78", null)]
    [InlineData("https://example.org/2024/story", null)]
    [InlineData("https://example.org/id/20240220", null)]
    [InlineData("https://example.org/2024/13/40/x", null)]
    [InlineData(null, null)]
    public void An_address_may_tell_the_date(string? url, string? date) => Assert.Equal(date, UrlDate.Of(url));

    [Theory]
    [InlineData("2024-02-29", null, "2024-02-29", "given")]
    [InlineData(null, "https://example.org/2023/05/06/x", "2023-05-06", "url")]
    [InlineData(null, "https://example.org/2033/05/06/x", null, "in the future: 2033-05-06")]
    [InlineData("2024-03-09", null, null, "in the future: 2024-03-09")]
    [InlineData("2024-03-02", null, "2024-03-02", "given")]
    [InlineData("2024", null, "2024", "given")]
    [InlineData("1970-01-01T00:00:00Z", null, null, "start of 1970: 1970-01-01T00:00:00Z")]
    [InlineData("1970-01-01", null, "1970-01-01", "given")]
    [InlineData("2034-01-01", "https://example.org/2023/05/06/x", "2023-05-06", "url")]
    [InlineData(null, null, null, null)]
    public void A_date_says_how_it_was_found_and_is_never_in_the_future(string? given, string? url, string? date, string? rule)
    {
        var article = new Article { Id = "", Published = PublicationDate.TryParse(given), Url = url };

        var (published, publishedBy) = Dating.Of(article, [], FixedClock.Spring2024.GetUtcNow());

        Assert.Equal((date, rule), (published?.Text, publishedBy));
    }

    [Fact]
    public void The_address_goes_before_the_copyright_year_and_the_date_line_before_both()
    {
        var article = new Article { Id = "", Url = "https://example.org/2013/05/06/x" };
        Removal dateLine = new("date 2013-05-05", 0, DateLine.Name), notice = new("© 2019 Example", 0, CopyrightLine.Name);

        Assert.Equal("2013-05-05", Dating.Of(article, [dateLine, notice], FixedClock.Spring2024.GetUtcNow()).Date?.Text);
        Assert.Equal("2013-05-06", Dating.Of(article, [notice], FixedClock.Spring2024.GetUtcNow()).Date?.Text);
        Assert.Equal("2019", Dating.Of(article with { Url = null }, [notice], FixedClock.Spring2024.GetUtcNow()).Date?.Text);
    }

    [Theory]
    [InlineData("Copyright 2024, PatriotWise.com", "PatriotWise.com")]
    [InlineData("© 2019 The Example. All rights reserved.", "The Example")]
    [InlineData("Copyright 2018 The Associated Press. All rights reserved.", null)]
    [InlineData("© 2019", null)]
    public void An_outlet_is_found_in_a_copyright_notice(string notice, string? outlet) =>
        Assert.Equal(outlet, OutletName.Of(new Article { Id = "" }, [new Removal(notice, 0, CopyrightLine.Name)]).Name);

    [Theory]
    [InlineData("Rich Lowry", "https://www.nationalreview.com/a", "National Review", "host; given: Rich Lowry")]
    [InlineData("Guest Writer - Right", "https://www.nationalreview.com/a", "National Review", "host; given: Guest Writer - Right")]
    [InlineData("Guest Writer", "https://blog.example.com/a", null, null)]
    [InlineData("Rich Lowry", "https://blog.example.com/a", "Rich Lowry", "given")]
    [InlineData("Mother Jones", "https://www.nationalreview.com/a", "Mother Jones", "given")]
    [InlineData("Washington Examiner", "https://news.yahoo.com/a", "Washington Examiner", "given")]
    public void A_columnist_writes_for_the_outlet_of_the_address(string given, string url, string? outlet, string? rule)
    {
        var found = OutletName.Of(new Article { Id = "", Outlet = given, Url = url }, []);

        Assert.Equal((outlet, rule), (found.Name, found.Rule));
    }

    [Theory]
    [InlineData("The bridge is closed, the Associated Press reported.", "AP")]
    [InlineData("“No,” he told the AP.", "AP")]
    [InlineData("According to the state-run Tass news agency, it is closed.", "Tass")]
    [InlineData("The Korean Central News Agency (KNCA) reported so.", "KCNA")]
    [InlineData("The official agency, KCNA, reported that it is closed.", "KCNA")]
    [InlineData("It is closed, according to a report from the state-run KCNA.", "KCNA")]
    [InlineData("OSLO (Reuters) - The bridge is closed.", "Reuters")]
    [InlineData("Interfax and Xinhua reported it.", "Xinhua")]
    [InlineData("She took AP classes and worked in the Reuters building.", "")]
    [InlineData("He studied at UPI-like schools.", "")]
    [InlineData("The TASSO river rose.", "")]
    public void An_agency_counts_where_it_is_the_source(string text, string agencies) =>
        Assert.Equal(agencies, string.Join(' ', Agencies.SourcesIn(text)));
}
