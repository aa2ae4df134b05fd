using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Tests.Metadata.Dates;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("Published on February 20, 2024 at noon", "2024-02-20")]
    [InlineData("Tue, 20th Feb. 2024", "2024-02-20")]
    [InlineData("Dienstag, 20. Februar 2024", "2024-02-20")]
    [InlineData("20.2.2024, 14:05 Uhr", "2024-02-20")]
    [InlineData("20.02.24", "2024-02-20")]
    [InlineData("le 1er août 2023", "2023-08-01")]
    [InlineData("20 de febrero de 2024", "2024-02-20")]
    [InlineData("20 de março de 2024", "2024-03-20")]
    [InlineData("20 febbraio 2024", "2024-02-20")]
    [InlineData("20 maart 2024", "2024-03-20")]
    [InlineData("20 февраля 2024 г.", "2024-02-20")]
    [InlineData("٢٠ فبراير ٢٠٢٤", "2024-02-20")]
    [InlineData("20 كانون الثاني 2024", "2024-01-20")]
    [InlineData("2024年2月20日", "2024-02-20")]
    [InlineData("2024-02-20", "2024-02-20")]
    [InlineData("February 2024", "2024-02")]
    [InlineData("31 February 2024", "2024-02")]
    [InlineData("20 apples 2024", null)]
    [InlineData("version 1.2.3.4", null)]
    [InlineData("call 555 2024", null)]
    public void A_date_is_read_as_people_write_it(string text, string? date) => Assert.Equal(date, DateText.First(text, DayOrder.DayFirst));

    [Theory]
    [InlineData("3/4/2024", DayOrder.DayFirst, "2024-04-03")]
    [InlineData("3/4/2024", DayOrder.MonthFirst, "2024-03-04")]
    [InlineData("3/14/2024", DayOrder.DayFirst, "2024-03-14")]
    [InlineData("14/3/2024", DayOrder.MonthFirst, "2024-03-14")]
    [InlineData("3.4.2024", DayOrder.MonthFirst, "2024-04-03")]
    public void Numbers_that_can_be_read_both_ways_are_read_as_the_region_does(string text, object order, string date) =>
        Assert.Equal(date, DateText.First(text, (DayOrder)order));

    [Theory]
    [InlineData("2024-02-20T14:05:00+0900", "2024-02-20T14:05:00+09:00")]
    [InlineData("20240220", "2024-02-20")]
    [InlineData("2024-02-20T14:05:00.123Z", "2024-02-20T14:05:00.123Z")]
    [InlineData("Tue, 20 Feb 2024 14:05:00 GMT", "2024-02-20T14:05:00Z")]
    [InlineData("Tue Feb 20 2024 14:05:00 GMT+0100 (CET)", "2024-02-20T14:05:00+01:00")]
    [InlineData("1708437900", "2024-02-20T14:05:00Z")]
    [InlineData("1708437900000", "2024-02-20T14:05:00Z")]
    [InlineData("Feb 20, 2024 2:05 PM", "2024-02-20")]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_date_is_read_as_programs_write_it(string? text, string? date) => Assert.Equal(date, MachineDate.Of(text, DayOrder.MonthFirst));

    [Fact]
    public void Random_text_never_raises()
    {
        var random = new Random(50);
        const string Signs = "0123456789./-: ,TZ+年月日febмартيناير٢";
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Create(random.Next(60), random, static (span, random) =>
            {
                for (var at = 0; at < span.Length; at++) span[at] = Signs[random.Next(Signs.Length)];
            });
            foreach (var date in DateText.Find(text, DayOrder.DayFirst)) Assert.NotNull(NewsSearch.Archive.PublicationDate.TryParse(date.Iso));
            Assert.True(MachineDate.Of(text, DayOrder.DayFirst) is not { } iso || NewsSearch.Archive.PublicationDate.TryParse(iso) is not null, text);
        }
    }
}
