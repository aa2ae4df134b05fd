using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Tests.Metadata.Outlets;

public sealed class OutletTableTests
{
    [Theory]
    [InlineData("nytimes.com", "The New York Times")]
    [InlineData("thecaucus.blogs.nytimes.com", "The New York Times")]
    [InlineData("WWW.BBC.CO.UK", "BBC News")]
    [InlineData("news.yahoo.co.jp", "Yahoo! Japan News")]
    [InlineData("abcnews.go.com", "ABC News")]
    [InlineData("g1.globo.com", "G1")]
    [InlineData("example.org", null)]
    [InlineData("com", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_host_stands_for_its_outlet_and_so_do_hosts_below_it(string? host, string? outlet) =>
        Assert.Equal(outlet, OutletTable.Shared.ByHost(host));

    [Theory]
    [InlineData("New York Times", "The New York Times")]
    [InlineData("the new york times", "The New York Times")]
    [InlineData("NYT", "The New York Times")]
    [InlineData("TheBlaze.com", "TheBlaze")]
    [InlineData("RollingStone.com", "Rolling Stone")]
    [InlineData("SPIEGEL ONLINE", "Der Spiegel")]
    [InlineData("El Pais", "El País")]
    [InlineData("НОВАЯ ГАЗЕТА", "Novaya Gazeta")]
    [InlineData("朝日新聞", "Asahi Shimbun")]
    [InlineData("The Harbour Gazette", null)]
    [InlineData("...", null)]
    [InlineData(" ", null)]
    public void A_name_in_any_writing_stands_for_its_outlet(string name, string? outlet) =>
        Assert.Equal(outlet, OutletTable.Shared.ByName(name));

    [Fact]
    public void A_name_that_two_outlets_go_by_stands_for_neither_unless_it_is_the_own_name_of_one()
    {
        var table = new OutletTable(["# comment", "", "Morning Post (A) | a.example | Morning Post; MP", "Morning Post (B) | b.example | Morning Post", "MP"]);

        Assert.Null(table.ByName("Morning Post"));
        Assert.Equal("MP", table.ByName("M.P."));
        Assert.Equal("Morning Post (B)", table.ByHost("b.example"));
    }

    [Fact]
    public void The_table_names_every_outlet_and_host_once()
    {
        var lines = typeof(OutletTable).Assembly.GetManifestResourceStream("outlets.txt")!;
        using var reader = new StreamReader(lines);
        var outlets = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.True(outlets.Count > 1000);
        Assert.All(outlets, outlet => Assert.InRange(outlet.Length, 2, 3));
        Assert.Empty(Repeated(outlets.Select(outlet => OutletTable.KeyOf(outlet[0]))));
        Assert.Empty(Repeated(outlets.SelectMany(outlet => outlet[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.All(outlets.Where(outlet => outlet.Length > 2), outlet => Assert.All(outlet[2].Split(';', StringSplitOptions.TrimEntries), name => Assert.Equal(outlet[0], OutletTable.Shared.ByName(name))));
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> values) => values.GroupBy(value => value).Where(group => group.Count() > 1).Select(group => group.Key);
}
