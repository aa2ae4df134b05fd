namespace NewsSearch.Ingest.Tests.Pages.Dates;

public sealed class FamousWrongDatesTests
{
    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1969-12-31T19:00:00-05:00")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("1900-01-01")]
    [InlineData("1899-12-30T00:00:00")]
    [InlineData("0")]
    [InlineData("2034-02-20")]
    [InlineData("N/A")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void A_date_that_stands_for_none_is_none_and_the_next_sign_is_asked(string stated)
    {
        var head = $"<meta property='article:published_time' content='{stated}'>";

        Assert.Equal((null, null), DatedPage.Read(head));
        Assert.Equal("2024-02-20", DatedPage.Read(head, under: "<p>20 February 2024</p>").Date);
    }

    [Fact]
    public void A_day_of_long_ago_that_is_printed_under_the_headline_stands() =>
        Assert.Equal("1914-03-03", DatedPage.Read(under: "<p>Tuesday 3 March 1914</p>").Date);

    [Theory]
    [InlineData("12:05 a.m.", "T00:05")]
    [InlineData("12:05 p.m.", "T12:05")]
    [InlineData("12:05 A. M.", "T00:05")]
    [InlineData("14:05 PM", "T14:05")]
    [InlineData("2:05 pm", "T14:05")]
    [InlineData("14:05", "T14:05")]
    public void Clocks_of_twelve_and_of_twenty_four_hours_are_read(string printed, string time) =>
        Assert.Equal("2024-02-20" + time, DatedPage.Read(under: $"<p>20 February 2024, {printed}</p>").Date);

    [Theory]
    [InlineData("20.02.24", "2024-02-20")]
    [InlineData("20/02/98", "1998-02-20")]
    [InlineData("20.02.34", null)]
    [InlineData("1.20.02.24", null)]
    [InlineData("Version 1.2.10.4", null)]
    [InlineData("Tel. 030.12.10.22", null)]
    public void Years_of_two_digits_are_of_the_past(string printed, string? date) =>
        Assert.Equal(date, DatedPage.Read(under: $"<p>{printed}</p>").Date);

    [Theory]
    [InlineData("<p>Published yesterday</p>")]
    [InlineData("<p>2 hours ago</p>")]
    [InlineData("<p>vor 3 Tagen</p>")]
    public void A_day_that_depends_on_the_reader_s_is_none(string under) => Assert.Equal((null, null), DatedPage.Read(under: under));

    [Fact]
    public void A_page_that_says_it_was_modified_before_it_was_published_keeps_the_day_of_publication() =>
        Assert.Equal("2024-02-20", DatedPage.Read("<meta property='article:modified_time' content='2024-02-17'><meta property='article:published_time' content='2024-02-20'>").Date);

    [Fact]
    public void The_year_of_a_copyright_notice_is_no_date() => Assert.Equal((null, null), DatedPage.Read(below: "<footer><p>© 2024 The Example</p></footer>"));
}
