using NewsSearch.Ingest.Readers.Records;

namespace NewsSearch.Ingest.Tests.Readers.Records;

public sealed class GivenDateTests
{
    [Theory]
    [InlineData("2024-02-20", "2024-02-20")]
    [InlineData("2024", "2024")]
    [InlineData("2024-02-20 14:05:06.123456", "2024-02-20T14:05:06")]
    [InlineData("2024-02-20 14:05:06+00:00", "2024-02-20 14:05:06+00:00")]
    [InlineData("2024-02-20T14:05:06+0900", "2024-02-20T14:05:06+0900")]
    [InlineData("20240220", "2024-02-20")]
    [InlineData("20240220T140506Z", "2024-02-20T14:05:06+00:00")]
    [InlineData("Tue, 20 Feb 2024 14:05:06 +0900", "2024-02-20T14:05:06+09:00")]
    [InlineData("Tue, 20 Feb 2024 14:05:06 GMT", "2024-02-20T14:05:06+00:00")]
    [InlineData("Tue, 3 Mar 2015 11:27:36 -0800 (PST)", "2015-03-03T11:27:36-08:00")]
    [InlineData("February 20, 2024", "2024-02-20")]
    [InlineData("Feb. 20th, 2024 at 2:05 PM EST", "2024-02-20T14:05:00-05:00")]
    [InlineData("20 February 2024", "2024-02-20")]
    [InlineData("Sept 3, 2020", "2020-09-03")]
    [InlineData("February 2024", "2024-02")]
    [InlineData("1708437906", "2024-02-20T14:05:06Z")]
    [InlineData("1708437906123", "2024-02-20T14:05:06Z")]
    [InlineData("2/20/2024", "2024-02-20")]
    [InlineData("20/02/2024 10:00", "2024-02-20")]
    [InlineData("3/4/2024", "2024")]
    [InlineData("20.2.2024", "2024-02-20")]
    [InlineData("2024/2/20", "2024-02-20")]
    [InlineData("yesterday", null)]
    [InlineData("14:05", null)]
    [InlineData("Feb 31, 2024", null)]
    [InlineData("2024-02-20 99:99", null)]
    public void A_date_is_read_as_far_as_it_is_certain(string text, string? date) => Assert.Equal(date, GivenDate.Of(text)?.Text);
}
