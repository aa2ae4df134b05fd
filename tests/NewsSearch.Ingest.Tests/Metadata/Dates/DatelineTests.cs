using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Tests.Metadata.Dates;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("OSLO, Feb. 20 (Reuters) - The bridge is closed.", "2024", "2024-02-20")]
    [InlineData("OSLO, Norway, 20 February (AP) — The bridge is closed.", "2024-02", "2024-02-20")]
    [InlineData("NEW YORK, Feb 20, 2023 (Reuters) - The bridge is closed.", null, "2023-02-20")]
    [InlineData("Oslo, Tuesday, February 20 – The bridge is closed.", "2024", "2024-02-20")]
    [InlineData("Oslo, Monday, February 20 – The bridge is closed.", "2024", "2023-02-20")]
    [InlineData("Oslo, Friday, February 20 – The bridge is closed.", "2024", null)]
    [InlineData("OSLO, Feb. 20 (Reuters) - The bridge is closed.", null, null)]
    [InlineData("OSLO, Feb. 20 (Reuters) - The bridge is closed.", "2024-03", null)]
    [InlineData("OSLO, Feb. 30 (Reuters) - The bridge is closed.", "2024", null)]
    [InlineData("BERLIN, 20. Februar (dpa) - Die Brücke ist zu.", "2024", "2024-02-20")]
    [InlineData("OSLO (Reuters) - The bridge is closed.", "2024", null)]
    [InlineData("The bridge, closed since Feb. 20 by the council, opens – at last.", "2024", null)]
    [InlineData("On February 20, the council – all of it – met.", "2024", null)]
    [InlineData("", "2024", null)]
    public void The_day_before_the_first_words_needs_a_year(string body, string? known, string? date) =>
        Assert.Equal(date, Dateline.Find(body, null, PublicationDate.TryParse(known))?.Text);

    [Fact]
    public void A_dateline_refines_a_year_and_never_leads_into_the_future()
    {
        Assert.Equal(("2024-02-20", "dateline"), Dated("OSLO, Feb. 20 (Reuters) - The bridge is closed.", "2024"));
        Assert.Equal(("2024", "given"), Dated("OSLO, Dec. 20 (Reuters) - The bridge is closed.", "2024"));
        Assert.Equal(("2024-01-05", "given"), Dated("OSLO, Feb. 20 (Reuters) - The bridge is closed.", "2024-01-05"));
        Assert.Equal((null, null), Dated("OSLO, Feb. 20 (Reuters) - The bridge is closed.", null));
    }

    [Theory]
    [InlineData("Feb. 20, 2023 at 2:05 p.m. EST", "2023-02-20T14:05-05:00", "given: Feb. 20, 2023 at 2:05 p.m. EST")]
    [InlineData("20/02/2023", "2023-02-20", "given: 20/02/2023")]
    [InlineData("20 February 2099", null, "in the future: 2099-02-20")]
    [InlineData("yesterday", null, "unreadable: yesterday")]
    public void A_given_date_is_read_as_people_write_it(string given, string? date, string rule)
    {
        var article = ArticleJson.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"date":"{{given}}","body":"Text."}"""), out _)!;

        var (published, publishedBy) = Dating.Of(article, [], FixedClock.Spring2024.GetUtcNow());

        Assert.Equal((date, rule), (published?.Text, publishedBy));
    }

    private static (string? Date, string? Rule) Dated(string body, string? given)
    {
        var (date, rule) = Dating.Of(new Article { Id = "", Body = body, Published = PublicationDate.TryParse(given) }, [], FixedClock.Spring2024.GetUtcNow());
        return (date?.Text, rule);
    }
}
