using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Tests.Metadata.Dates;

public sealed class MachineDateTests
{
    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("2024-02", "2024-02")]
    [InlineData("2024-02-20", "2024-02-20")]
    [InlineData("2013-07-09T10:37", "2013-07-09T10:37")]
    [InlineData("2024-02-20T14:05:00.123Z", "2024-02-20T14:05:00.123Z")]
    [InlineData("2024-02-20T14:05:00+09:00", "2024-02-20T14:05:00+09:00")]
    public void What_is_ISO_stays_as_it_is(string text, string date) => Assert.Equal(date, MachineDate.Of(text)?.Text);

    [Theory]
    [InlineData("2024-02-20T14:05:00+0900", "2024-02-20T14:05:00+09:00")]
    [InlineData("2024-02-20 14:05:06", "2024-02-20T14:05:06")]
    [InlineData("2024-02-20 14:05:06+00:00", "2024-02-20T14:05:06+00:00")]
    [InlineData("2024-02-20 14:05:06.123456", "2024-02-20T14:05:06")]
    [InlineData("2014-07-17 00:24:11 GMT+00:00", "2014-07-17T00:24:11+00:00")]
    [InlineData("2024-02-20 14:05:33 UTC", "2024-02-20T14:05:33Z")]
    [InlineData("2022-1-26T14:32:06+02:00", "2022-01-26T14:32:06+02:00")]
    [InlineData("2022-05-11T4:10:00", "2022-05-11T04:10:00")]
    [InlineData("2024/2/20", "2024-02-20")]
    [InlineData("20240220", "2024-02-20")]
    [InlineData("20240220T140506Z", "2024-02-20T14:05:06Z")]
    [InlineData("20240220T140500+0900", "2024-02-20T14:05:00+09:00")]
    [InlineData("20020225T1430-0500", "2002-02-25T14:30-05:00")]
    [InlineData("20240220140506", "2024-02-20T14:05:06")]
    public void Loose_and_basic_forms_of_ISO_are_read(string text, string date) => Assert.Equal(date, MachineDate.Of(text)?.Text);

    [Theory]
    [InlineData("Tue, 20 Feb 2024 14:05:06 +0900", "2024-02-20T14:05:06+09:00")]
    [InlineData("Tue, 20 Feb 2024 14:05:06 GMT", "2024-02-20T14:05:06Z")]
    [InlineData("Tue, 3 Mar 2015 11:27:36 -0800 (PST)", "2015-03-03T11:27:36-08:00")]
    [InlineData("Thu, 01 Jan 2004 19:48 UT", "2004-01-01T19:48Z")]
    [InlineData("1 Jan 04 19:48 EST", "2004-01-01T19:48-05:00")]
    [InlineData("Sunday, 3 March 1999", "1999-03-03")]
    [InlineData("3-Mar-99 10:00:00 Z", "1999-03-03T10:00:00Z")]
    [InlineData("Mon Jul  8 10:00:00 UTC 2013", "2013-07-08T10:00:00Z")]
    [InlineData("Mon Jul  8 10:00:00 2013", "2013-07-08T10:00:00")]
    [InlineData("Tue Feb 20 2024 01:00:00 GMT+0100 (Central European Standard Time)", "2024-02-20T01:00:00+01:00")]
    public void Forms_of_mail_feeds_C_and_browsers_are_read(string text, string date) => Assert.Equal(date, MachineDate.Of(text)?.Text);

    [Theory]
    [InlineData("1708437906", "2024-02-20T14:05:06Z")]
    [InlineData("1708437906.0", "2024-02-20T14:05:06Z")]
    [InlineData("1708437906123", "2024-02-20T14:05:06Z")]
    [InlineData("/Date(1708437906123+0900)/", "2024-02-20T14:05:06Z")]
    [InlineData("Date(1708437906123)", "2024-02-20T14:05:06Z")]
    [InlineData("946684800", "2000-01-01T00:00:00Z")]
    public void Seconds_and_milliseconds_since_1970_are_read(string text, string date) => Assert.Equal(date, MachineDate.Of(text)?.Text);

    [Theory]
    [InlineData("February 20, 2024", "2024-02-20")]
    [InlineData("Feb. 20th, 2024 at 2:05 PM EST", "2024-02-20T14:05-05:00")]
    [InlineData("Sept 3, 2020", "2020-09-03")]
    [InlineData("February 2024", "2024-02")]
    [InlineData("2/20/2024", "2024-02-20")]
    [InlineData("20/02/2024 10:00", "2024-02-20T10:00")]
    [InlineData("3/4/2024", "2024")]
    [InlineData("20.2.2024", "2024-02-20")]
    public void What_people_write_is_read_where_it_is_nothing_but_a_date(string text, string date) => Assert.Equal(date, MachineDate.Of(text)?.Text);

    [Theory]
    [InlineData("yesterday")]
    [InlineData("soon")]
    [InlineData("14:05")]
    [InlineData("Feb 31, 2024")]
    [InlineData("31 Feb 2024")]
    [InlineData("2024-13-01")]
    [InlineData("2024-02-20 99:99")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("YYYYMMDD000000-HHMM")]
    [InlineData("seen on 20 February 2024 by us")]
    [InlineData("20240231")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_none(string? text) => Assert.Null(MachineDate.Of(text));

    [Fact]
    public void The_first_readable_of_several_is_taken_and_an_unreadable_one_is_told()
    {
        Assert.Equal(("2024-02-20", "b"), MachineDate.First([(null, "x"), ("soon", "a"), ("20240220", "b"), ("2023", "c")]) is var (date, rule) ? (date?.Text, rule) : default);
        Assert.Equal((null, "unreadable: soon"), MachineDate.First([(" ", "x"), ("soon ", "a"), ("later", "b")]));
    }

    [Fact]
    public void Random_text_never_raises()
    {
        var random = new Random(50);
        const string Signs = "0123456789./-: ,TZ+()Date年月日febмартيناير٢";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Create(random.Next(60), random, static (span, random) =>
            {
                for (var at = 0; at < span.Length; at++) span[at] = Signs[random.Next(Signs.Length)];
            });
            if (MachineDate.Of(text, dayFirst: random.Next(2) == 0) is { } date) Assert.Equal(date, PublicationDate.TryParse(date.Text));
        }
    }

    [Theory]
    [InlineData("est", "-05:00")]
    [InlineData("GMT", "Z")]
    [InlineData("IST", null)]
    public void Zones_have_names(string word, string? offset) => Assert.Equal(offset, ZoneNames.Offset(word));
}
