using NewsSearch.Archive;
using NewsSearch.Archive.Reading;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class InWordsTests
{
    [Theory]
    [InlineData(null, "no date", "no date", null)]
    [InlineData("2024", "2024, month unknown", "2024, month unknown", "2024")]
    [InlineData("2024-02", "Feb 2024, day unknown", "February 2024, day unknown", "2024-02")]
    [InlineData("2024-02-20", "20 Feb 2024", "20 February 2024", "2024-02-20")]
    [InlineData("2024-02-20T14:05+09:00", "20 Feb 2024", "20 February 2024, 14:05 UTC+09:00", "2024-02-20T14:05:00+09:00")]
    [InlineData("2024-02-20T14:05Z", "20 Feb 2024", "20 February 2024, 14:05 UTC", "2024-02-20T14:05:00+00:00")]
    public void Dates_say_what_is_not_known(string? date, string shortly, string fully, string? machine)
    {
        var published = PublicationDate.TryParse(date);

        Assert.Equal(shortly, InWords.ShortDate(published));
        Assert.Equal(fully, InWords.LongDate(published));
        Assert.Equal(machine, InWords.MachineDate(published));
    }

    [Theory]
    [InlineData("2024", "2024", "2024")]
    [InlineData("2024-02", "February 2024", "February")]
    [InlineData("2024-XX", "2024, month unknown", "month unknown")]
    [InlineData("2024-02-20", "20 February 2024", "20 February")]
    [InlineData("2024-02-XX", "February 2024, day unknown", "February, day unknown")]
    [InlineData("whatever", "whatever", "whatever")]
    public void Values_of_the_date_facet_are_told_in_words(string value, string alone, string inYear)
    {
        Assert.Equal(alone, PeriodInWords.Of(value));
        Assert.Equal(inYear, InWords.PeriodInYear(value));
    }

    [Fact]
    public void Numbers_and_nouns_agree()
    {
        Assert.Equal("no articles", InWords.Count(0, "article"));
        Assert.Equal("1 article", InWords.Count(1, "article"));
        Assert.Equal("1,374,151 articles", InWords.Count(1_374_151, "article"));
        Assert.Equal("filter", InWords.Several(1, "filter"));
        Assert.Equal("2 filters", InWords.Several(2, "filter"));
        Assert.Equal("1.2 MB", InWords.Size(1_234_567));
    }

    [Fact]
    public void A_clipped_text_keeps_its_surrogate_pairs()
    {
        Assert.Equal("ab", InWords.Clip("ab", 2));
        Assert.Equal("a…", InWords.Clip("a🚗b", 2));
        Assert.Equal("a🚗…", InWords.Clip("a🚗b", 3));
    }
}
