namespace NewsSearch.Ingest.Tests.Pages.Dates;

public sealed class VisibleDatesTests
{
    [Theory]
    [InlineData("<p>20 February 2024</p>", "date under the headline")]
    [InlineData("<p>By Anna Lind, 20 February 2024, 14:05</p>", "date under the headline")]
    [InlineData("<div class='post-meta'><span>20.02.24</span><span>14:05</span></div>", "date under the headline")]
    [InlineData("<div><span>Feb</span><span>20</span><span>2024</span></div>", "date under the headline")]
    [InlineData("<p>Last change: 22.02.2024<br>Published: 20.02.2024</p>", "date under the headline")]
    [InlineData("<p>Last updated 22.02.2024 - Published 20.02.2024</p>", "date under the headline")]
    [InlineData("<p><span class='updated'>22.02.2024</span> <span>20.02.2024</span></p>", "date under the headline")]
    [InlineData("<aside class='sidebar'><p>20.02.2024</p></aside>", "date under the headline")]
    [InlineData("<p><style>.a{width:20px}</style>20.02.2024</p>", "date under the headline")]
    [InlineData("<p>Updated 20 February 2024</p>", "update, date under the headline")]
    [InlineData("<time datetime='2024-02-20'>lately</time>", "time element, date under the headline")]
    [InlineData("<time datetime='2024-02-21T01:00Z'>20 February 2024</time>", "date under the headline")]
    public void The_date_under_the_headline_is_found(string under, string rule)
    {
        var (date, by) = DatedPage.Read(under: under);

        Assert.Equal(("2024-02-20", rule), (date?[..10], by));
    }

    [Theory]
    [InlineData("<p>Press release of 20 February 2024 | Oslo - {0}</p>", "2024-02-20")]
    [InlineData("<p>20.02.2024 {0}</p>", "2024-02-20")]
    [InlineData("<p>On 20 February 2024 the council met. {0}</p>", null)]
    [InlineData("<p>The bridge, built for the fair that the king opened with all his court on 20 February 1934, is to go.</p>", null)]
    [InlineData("<figure><img src='b.jpg'><figcaption>The bridge on 20 February 2024</figcaption></figure>", null)]
    [InlineData("<p>© 20.02.2024 The Example</p>", null)]
    public void A_date_before_the_first_words_is_found_and_one_in_a_sentence_is_not(string under, string? date) =>
        Assert.Equal(date, DatedPage.Read(under: string.Format(System.Globalization.CultureInfo.InvariantCulture, under, SamplePage.First)).Date);

    [Fact]
    public void Above_the_headline_comes_after_under_it()
    {
        Assert.Equal(("2024-02-20", "date above the headline"), DatedPage.Read(above: "<p>20 February 2024</p>"));
        Assert.Equal(("2024-02-20", "date under the headline"), DatedPage.Read(above: "<p>Today: 1 March 2024</p>", under: "<p>20 February 2024</p>"));
        Assert.Null(DatedPage.Read(above: "<p>20 February 2024</p><p>a</p><p>b</p><p>c</p><p>d</p>").Date);
    }

    [Fact]
    public void What_stands_right_above_the_next_heading_of_the_same_rank_is_its_date() =>
        Assert.Equal(("2024-02-20", "date above the headline"), DatedPage.Read(above: "<p>20 February 2024</p>", under: "<p>19 February 2024</p><h1>Harbour in need</h1>"));

    [Fact]
    public void Under_the_text_a_date_stands_alone_or_is_called_that_of_publication()
    {
        Assert.Equal(("2024-02-20", "date under the text"), DatedPage.Read(below: "<div><p>Oslo, 20 February 2024</p></div>"));
        Assert.Equal("2024-02-20", DatedPage.Read(below: "<div><p>This report of ours was first published on 20 February 2024</p></div>").Date);
        Assert.Null(DatedPage.Read(below: "<div><p>The next meeting of the council about bridges is on 20 February 2024</p></div>").Date);
    }

    [Fact]
    public void Of_several_days_that_merely_stand_in_the_text_none_is_taken()
    {
        const string fill = "<p>a1</p><p>b1</p><p>c1</p><p>d1</p><p>e1</p><p>f1</p><p>g1</p><p>h1</p>";

        Assert.Equal(("2024-02-20", "date in the text"), DatedPage.Read(under: fill + "<p>20 February 2024</p>"));
        Assert.Null(DatedPage.Read(under: fill + "<p>20 February 2024</p><p>21 February 2024</p>").Date);
    }

    [Fact]
    public void The_month_in_the_address_tells_which_of_the_dates_is_meant()
    {
        Assert.Equal("2024-02", DatedPage.Read(under: "<div class='byline'>by Anna Lind</div>", below: "<p>20 January 2023</p>", url: "https://example.org/2024/02/bridge").Date);
        Assert.Equal("2024-02-20", DatedPage.Read(below: "<p>20 January 2023</p><p>20 February 2024</p>", url: "https://example.org/2024/02/bridge").Date);
    }

    [Theory]
    [InlineData("en-GB", null, "02/03/2023", "2023-03-02")]
    [InlineData("en-US", null, "02/03/2023", "2023-02-03")]
    [InlineData("en-US", null, "02.03.23", "2023-02-03")]
    [InlineData("de", null, "02.03.23", "2023-03-02")]
    [InlineData("en", "https://example.co.uk/bridge", "02/03/2023", "2023-03-02")]
    [InlineData("en", "https://example.com/bridge", "02/03/2023 (first seen 25/02/2023)", "2023-03-02")]
    [InlineData("en-GB", null, "02/03/2023 (first seen 02/25/2023)", "2023-02-03")]
    public void The_page_tells_whether_the_day_comes_first(string language, string? url, string line, string date) =>
        Assert.Equal(date, DatedPage.Read(under: $"<p>{line}</p>", language: language, url: url).Date);

    [Fact]
    public void The_heading_that_the_title_repeats_is_the_headline_not_the_one_in_the_navigation()
    {
        var (date, rule) = DatedPage.Read(above: "<nav><h1>Bridge to close for a year</h1><p>1 February 2024</p></nav><h1>The Example</h1>", under: "<p>20 February 2024</p>");

        Assert.Equal(("2024-02-20", "date under the headline"), (date, rule));
    }
}
