using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Tests.Metadata.Dates;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("20 February 2024", "2024-02-20")]
    [InlineData("Published on Tuesday, Feb. 20th, 2024 by the editors", "2024-02-20")]
    [InlineData("Sept. 3, 2019", "2019-09-03")]
    [InlineData("the 3rd of May, 1998", "1998-05-03")]
    [InlineData("20-Feb-2024", "2024-02-20")]
    [InlineData("2024-02-20", "2024-02-20")]
    [InlineData("2024/2/20", "2024-02-20")]
    [InlineData("20.02.2024", "2024-02-20")]
    [InlineData("20/02/2024", "2024-02-20")]
    [InlineData("02/20/2024", "2024-02-20")]
    [InlineData("04/04/2024", "2024-04-04")]
    [InlineData("02/03/2024", "2024")]
    [InlineData("February 2024", "2024-02")]
    [InlineData("20. Februar 2024", "2024-02-20")]
    [InlineData("Dienstag, 1. März 2022", "2022-03-01")]
    [InlineData("20 de febrero de 2024", "2024-02-20")]
    [InlineData("terça-feira, 5 de março de 2024", "2024-03-05")]
    [InlineData("le 1er août 2023", "2023-08-01")]
    [InlineData("7 luglio 2021", "2021-07-07")]
    [InlineData("20 февраля 2024 г.", "2024-02-20")]
    [InlineData("20 lutego 2024", "2024-02-20")]
    [InlineData("2024. február 20.", "2024-02-20")]
    [InlineData("20 Şubat 2024 Salı", "2024-02-20")]
    [InlineData("20 Φεβρουαρίου 2024", "2024-02-20")]
    [InlineData("2024 m. vasario 20 d.", "2024-02-20")]
    [InlineData("20 فبراير 2024", "2024-02-20")]
    [InlineData("٢٠ فبراير ٢٠٢٤", "2024-02-20")]
    [InlineData("20 בפברואר 2024", "2024-02-20")]
    [InlineData("20 फरवरी 2024", "2024-02-20")]
    [InlineData("20 ก.พ. 2567", "2024-02-20")]
    [InlineData("2024年2月20日星期二", "2024-02-20")]
    [InlineData("2024年2月", "2024-02")]
    [InlineData("2024년 2월 20일", "2024-02-20")]
    [InlineData("no date at all in 2024", null)]
    [InlineData("31 February 2024", "2024-02")]
    [InlineData("may 30 of 120 people", null)]
    [InlineData("version 1.20.02.2024", null)]
    [InlineData("tel. 20240220", null)]
    [InlineData("", null)]
    public void A_date_is_read_as_far_as_it_is_written(string text, string? iso) => Assert.Equal(iso, WrittenDate.Find(text)?.Text);

    [Theory]
    [InlineData("20 February 2024 14:05", "2024-02-20T14:05")]
    [InlineData("Feb. 20, 2024 at 2:05 p.m. EST", "2024-02-20T14:05-05:00")]
    [InlineData("Feb 20, 2024, 12:05 AM GMT", "2024-02-20T00:05Z")]
    [InlineData("Feb 20, 2024 | 2 pm", "2024-02-20T14:00")]
    [InlineData("20.02.2024, 14.05 Uhr", "2024-02-20T14:05")]
    [InlineData("20 février 2024 à 14h05", "2024-02-20T14:05")]
    [InlineData("2024-02-20T14:05:33+09:00", "2024-02-20T14:05:33+09:00")]
    [InlineData("2024-02-20 14:05:33 +0530", "2024-02-20T14:05:33+05:30")]
    [InlineData("20 Feb 2024 14:05:33 GMT", "2024-02-20T14:05:33Z")]
    [InlineData("20 Feb 2024 14:05 GMT+3", "2024-02-20T14:05+03:00")]
    [InlineData("20 February 2024, 3 comments", "2024-02-20")]
    [InlineData("20 February 2024 25:05", "2024-02-20")]
    [InlineData("20 February 2024 - 13 pm", "2024-02-20")]
    public void The_time_behind_a_date_is_read_with_its_zone(string text, string iso) => Assert.Equal(iso, WrittenDate.Find(text)?.Text);

    [Fact]
    public void The_language_decides_what_a_month_is_called()
    {
        Assert.Equal("2024-11-20", WrittenDate.Find("20. listopadu 2024", "cs")?.Text);
        Assert.Equal("2024-10-20", WrittenDate.Find("20. listopada 2024.", "hr")?.Text);
        Assert.Equal("2024-11-20", WrittenDate.Find("20 mar 2024", "fi")?.Text);
        Assert.Equal("2024-03-20", WrittenDate.Find("20 mar 2024", "xx")?.Text);
    }

    [Fact]
    public void The_country_decides_whether_the_day_comes_first()
    {
        Assert.Equal("2024-03-02", WrittenDate.Find("02/03/2024", dayFirst: true)?.Text);
        Assert.Equal("2024-02-03", WrittenDate.Find("02/03/2024", dayFirst: false)?.Text);
        Assert.Equal("2024-03-02", WrittenDate.Find("02.03.2024")?.Text);
        Assert.Equal("2024-02-03", WrittenDate.Find("02.03.2024", dayFirst: false)?.Text);
    }

    [Theory]
    [InlineData("28.09.19", "2019-09-28")]
    [InlineData("28.09.98", "1998-09-28")]
    [InlineData("28.09.19 12:44", "2019-09-28T12:44")]
    [InlineData("28. 09. 19", null)]
    [InlineData("28.09.19.1", null)]
    [InlineData("1.28.09.19", null)]
    public void A_year_of_two_digits_is_read_where_the_order_is_known(string text, string? iso)
    {
        Assert.Equal(iso, WrittenDate.Find(text, dayFirst: true)?.Text);
        Assert.Null(WrittenDate.Find(text));
    }

    [Fact]
    public void The_place_of_a_date_is_told()
    {
        const string text = "Updated on 20 February 2024, 14:05 by us";

        WrittenDate.Find(text, null, null, out var place);

        Assert.Equal("20 February 2024, 14:05", text[place.Start..place.End]);
    }

    [Fact]
    public void Nonsense_is_never_more_than_no_date()
    {
        var random = new Random(7);
        string[] parts = ["20", "2024", "Feb", "February", "/", ".", "-", "年", "月", "99", "0", "12", ":", " ", "am", "de", "٢", "+", "st", "123456789012", "مارس", "\0", "\uD800"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
            var date = WrittenDate.Find(text, "en", null, out var place);
            if (date is not null) Assert.InRange(place.End, place.Start + 4, text.Length);
        }
    }

    [Theory]
    [InlineData("Tue", DayOfWeek.Tuesday)]
    [InlineData("Sonntag", DayOfWeek.Sunday)]
    [InlineData("среду", DayOfWeek.Wednesday)]
    [InlineData("x", null)]
    public void Weekdays_have_names_too(string word, DayOfWeek? day) => Assert.Equal(day, Calendar.Weekday(word, null));
}
