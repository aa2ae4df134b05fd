using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Tests.Cleaning;

public sealed class DateLineTests
{
    private const string Text = "The council met to talk about the bridge over the harbour, which is closed.\n\nIt will meet again in spring, the mayor said.";

    [Theory]
    [InlineData("Bridge to close\n\nTuesday, 20 February 2024\n\n", "Bridge to close\n\n", "2024-02-20")]
    [InlineData("Bridge to close\n20 February 2024\n", "Bridge to close\n", "2024-02-20")]
    [InlineData("Feb. 20, 2024\n\n", "", "2024-02-20")]
    [InlineData("Posted on 20.02.2024, 14:05\n", "", "2024-02-20T14:05")]
    [InlineData("2024-02-20\n\n", "", "2024-02-20")]
    [InlineData("2024年2月20日\n\n", "", "2024-02-20")]
    public void A_date_alone_on_a_line_at_the_top_is_the_texts_date(string top, string left, string date)
    {
        var draft = new Draft(top + Text);
        draft.Cut([.. DateLine.Find(draft)], DateLine.Name);

        var (body, removed) = draft.Finish();

        Assert.Equal(left + Text, body);
        Assert.Equal(date, DateLine.Date(Assert.Single(removed).Text));
    }

    [Theory]
    [InlineData("02/03/2024\n\n")]
    [InlineData("February 2024\n\n")]
    [InlineData("Updated 20 February 2024\n\n")]
    [InlineData("The bridge, 20 February 2024\n\n")]
    [InlineData("1914\n\n")]
    [InlineData("（2024年2月20日港口会议通过）\n\n")]
    [InlineData("Bridge to close\n\nThe harbour is old.\n\nThe bridge is not.\n\n20 February 2024\n\n")]
    public void What_says_more_or_may_mean_another_day_stays(string top)
    {
        var draft = new Draft(top + Text);

        Assert.Empty(DateLine.Find(draft));
    }

    [Fact]
    public void A_text_that_is_nothing_but_a_date_stays() =>
        Assert.Empty(DateLine.Find(new Draft("20 February 2024")));
}
