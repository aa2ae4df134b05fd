using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Tests.Metadata.Outlets;

public sealed class OutletWritingTests
{
    [Theory]
    [InlineData("CNN (Web News)", "CNN", null)]
    [InlineData("CNN.com", "CNN", null)]
    [InlineData("cnn", "CNN", null)]
    [InlineData("CNN - Editorial", "CNN", "Editorial")]
    [InlineData("New York Times - News", "The New York Times", null)]
    [InlineData("New York Times (Online News)", "The New York Times", null)]
    [InlineData("New York Times - Opinion", "The New York Times", "Opinion")]
    [InlineData("Fox Online News", "Fox News", null)]
    [InlineData("Fox News (Online)", "Fox News", null)]
    [InlineData("Fox News Opinion", "Fox News", "Opinion")]
    [InlineData("NPR Online News", "NPR", null)]
    [InlineData("The Harbour Gazette (Online)", "The Harbour Gazette", null)]
    [InlineData("The Harbour Gazette - Opinion", "The Harbour Gazette", "Opinion")]
    [InlineData("The Harbour Gazette – News (Web)", "The Harbour Gazette", null)]
    [InlineData("Harbour Online News", "Harbour Online News", null)]
    [InlineData("Harbour Opinion", "Harbour Opinion", null)]
    [InlineData("Business - Insider", "Business Insider", null)]
    [InlineData("Jane Doe (Wall Street Journal)", "The Wall Street Journal", null)]
    [InlineData("Guest Writer - Right", "Guest Writer - Right", null)]
    [InlineData("“ The  Harbour Gazette ”", "The Harbour Gazette", null)]
    [InlineData("(Online)", "(Online)", null)]
    [InlineData("- News", "- News", null)]
    [InlineData("\"", "\"", null)]
    public void What_tells_only_how_an_outlet_appears_is_cut(string written, string outlet, string? section)
    {
        var read = OutletWriting.Read(written);

        Assert.Equal((outlet, section), (read.Outlet.Trim(), read.Section));
    }

    [Theory]
    [InlineData("The Nation", "nation.com.pk", "The Nation (Pakistan)")]
    [InlineData("The Nation", "thenation.com", "The Nation")]
    [InlineData("The Nation", null, "The Nation")]
    [InlineData("ABC News", "abc.net.au", "ABC News (Australia)")]
    [InlineData("Reuters", "cnn.com", "Reuters")]
    public void The_host_tells_apart_outlets_of_one_name(string written, string? host, string outlet) =>
        Assert.Equal(outlet, OutletWriting.Read(written, host).Outlet);

    [Fact]
    public void The_rule_tells_how_the_source_wrote_the_name()
    {
        Assert.Equal(new OutletName("CNN", "given: CNN (Web News)", null), Of(new Article { Id = "", Outlet = " CNN (Web News) " }));
        Assert.Equal(new OutletName("CNN", "og:site_name", null), Of(new Article { Id = "", Outlet = "CNN", OutletFrom = "og:site_name" }));
        Assert.Equal(new OutletName("CNN", "host", null), Of(new Article { Id = "", Url = "https://edition.cnn.com/a" }));
        Assert.Equal(default, Of(new Article { Id = "", Url = "https://example.org/a" }));

        static OutletName Of(Article given) => OutletName.Of(given, []);
    }

    [Fact]
    public void A_name_that_somebody_decided_on_is_left_as_it_is() =>
        Assert.Equal(new OutletName("Fox News Opinion", "given", null), OutletName.Of(new Article { Id = "", Outlet = "Fox News Opinion" }, [], name => name == "Fox News Opinion"));

    [Fact]
    public void No_name_is_too_strange()
    {
        var random = new Random(11);
        string[] parts = ["CNN", " - ", "(", ")", "News", " ", "Opinion", "[", "]", "|", "The", "\"", "，", "Online", ":", "\uD800", "."];
        for (var round = 0; round < 20_000; round++)
        {
            var name = "x" + string.Concat(Enumerable.Range(0, random.Next(10)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.NotEqual("", OutletWriting.Read(name).Outlet);
        }
    }
}
