using NewsSearch.Ingest.Metadata;

namespace NewsSearch.Ingest.Tests.Metadata;

public sealed class OutletSuffixTests
{
    [Theory]
    [InlineData("Bridge closes for a year | The Guardian", null, null, "Bridge closes for a year")]
    [InlineData("Bridge closes for a year - CNN", "CNN", null, "Bridge closes for a year")]
    [InlineData("Bridge closes for a year - CNN.com", null, "edition.cnn.com", "Bridge closes for a year")]
    [InlineData("Bridge closes for a year | World news | The Guardian", null, "theguardian.com", "Bridge closes for a year")]
    [InlineData("Bridge closes — Harbour Gazette", "The Harbour Gazette", null, "Bridge closes")]
    [InlineData("Bridge closes for a year | harbour", null, "harbour.example", "Bridge closes for a year")]
    [InlineData("The bridge - a fact check - Fox News", null, "foxnews.com", "The bridge - a fact check")]
    [InlineData("Making the best of our Time - Time", "CNN", null, "Making the best of our Time - Time")]
    [InlineData("What the poll says - people", null, null, "What the poll says - people")]
    [InlineData("Two men, one bridge - and many boats", "CNN", null, "Two men, one bridge - and many boats")]
    [InlineData("Home | CNN", "CNN", null, "Home | CNN")]
    [InlineData(" - CNN", "CNN", null, " - CNN")]
    [InlineData("", "CNN", null, "")]
    public void The_name_of_the_outlet_is_cut_off_a_title(string title, string? outlet, string? host, string expected) =>
        Assert.Equal(expected, OutletSuffix.Without(title, outlet, host).Title);
}
