using NewsSearch.Ingest.Readers.Wires;

namespace NewsSearch.Ingest.Tests.Readers.Wires;

public sealed class WireDateTests
{
    [Theory]
    [InlineData("Tue, 20 Feb 2024 14:05:00 +0900", "2024-02-20T14:05:00+09:00")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21+00:00")]
    [InlineData("1 Jan 04 19:48 EST", "2004-01-01T19:48-05:00")]
    [InlineData("Sunday, 3 March 1999", "1999-03-03")]
    [InlineData("3-Mar-99 10:00:00 Z", "1999-03-03T10:00:00Z")]
    [InlineData("March 3, 1999", "1999-03-03")]
    [InlineData("Mon Jul  8 10:00:00 UTC 2013", "2013-07-08T10:00:00+00:00")]
    [InlineData("2024", "2024")]
    [InlineData("2024-02", "2024-02")]
    [InlineData("20240220", "2024-02-20")]
    [InlineData("20240220T140500+0900", "2024-02-20T14:05:00+09:00")]
    [InlineData("20020225T143000-0500", "2002-02-25T14:30:00-05:00")]
    [InlineData("2024-02-20T14:05:00.123Z", "2024-02-20T14:05:00.123Z")]
    [InlineData("2016-05-24 20:53:25+00:00", "2016-05-24T20:53:25+00:00")]
    [InlineData("2014-07-17 00:24:11 GMT+00:00", "2014-07-17T00:24:11+00:00")]
    [InlineData("2016-01-12 12:35:40", "2016-01-12T12:35:40")]
    [InlineData("2013-07-09T10:37", "2013-07-09T10:37")]
    [InlineData("YYYYMMDD000000-HHMM", null)]
    [InlineData("31 Feb 2024", null)]
    [InlineData("2024-13-01", null)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    public void Dates_are_read_as_far_as_they_are_known(string text, string? date) => Assert.Equal(date, WireDate.Parse(text)?.Text);

    [Theory]
    [InlineData("By Ann Lee and Bob Ray, Political Correspondent", "Ann Lee|Bob Ray")]
    [InlineData("Mia Rabson and Jordan Press", "Mia Rabson|Jordan Press")]
    [InlineData("ann@example.org (Ann Lee)", "Ann Lee")]
    [InlineData("Ann Lee <ann@example.org>", "Ann Lee")]
    [InlineData("ann@example.org", "")]
    [InlineData("Geir Molnes / Faktisk.no", "Geir Molnes")]
    [InlineData("Sam Lister, Press Association Political Correspondent", "Sam Lister")]
    [InlineData("By Staff Reporter", "")]
    [InlineData("gr/bp", "")]
    [InlineData("REUTERS TV", "")]
    [InlineData("MAR 04", "")]
    [InlineData("Maria Rosvall, Jecaterina Mantsinen", "Maria Rosvall|Jecaterina Mantsinen")]
    [InlineData("", "")]
    public void Bylines_are_split_into_names(string byline, string names) => Assert.Equal(names, string.Join('|', Byline.Names(byline)));
}
