using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Tests.Metadata.Dates;

public sealed class MachineDateTests
{
    [Theory]
    [InlineData("2024-02-20T14:05:00+0900", "2024-02-20T14:05:00+0900")]
    [InlineData("20240220", "2024-02-20")]
    [InlineData("2024-02-20T14:05:00.123Z", "2024-02-20T14:05:00.123Z")]
    [InlineData("Tue, 20 Feb 2024 14:05:00 GMT", "2024-02-20T14:05Z")]
    [InlineData("Tue Feb 20 2024 14:05:00 GMT+0100 (CET)", "2024-02-20T14:05+01:00")]
    [InlineData("1708437900", "2024-02-20T14:05:00Z")]
    [InlineData("1708437900000", "2024-02-20T14:05:00Z")]
    [InlineData("Feb 20, 2024 2:05 PM", "2024-02-20T14:05")]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_date_is_read_as_programs_write_it(string? text, string? date) => Assert.Equal(date, MachineDate.Of(text, dayFirst: false));

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
            Assert.True(MachineDate.Of(text, dayFirst: true) is not { } iso || NewsSearch.Archive.PublicationDate.TryParse(iso) is not null, text);
        }
    }
}
