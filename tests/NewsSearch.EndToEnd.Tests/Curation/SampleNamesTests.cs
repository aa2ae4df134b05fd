using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Curation;

/// <summary>Who and what the four sample articles name, and in how many of them, as somebody found who read them. Nothing is known to be wrong.</summary>
[Collection(SampleIndexUsers.Name)]
public sealed class SampleNamesTests(SampleIndex samples)
{
    [Theory]
    [InlineData("person", "Dmitry Peskov:4 Kim Jong Un:4 Vladimir Putin:4 Kim Yo Jong:2 Maria Zakharova:1")]
    [InlineData("org", "KCNA:4 Kremlin:4 UN Security Council:3 Tass:2 United Nations:2 Associated Press:1 Russian Foreign Ministry:1")]
    [InlineData("place", "Moscow:4 North Korea:4 Pyongyang:4 Russia:4 United States:4 South Korea:3 Ukraine:3 Vostochny Cosmodrome:3 Iran:2 Seoul:1")]
    public void The_facets_hold_all_who_are_named_and_nobody_else(string facet, string expected)
    {
        var values = samples.Search("--facets").GetProperty("facets").GetProperty(facet).EnumerateArray()
            .Select(value => (Name: value.GetProperty("value").GetString()!, Count: value.GetProperty("count").GetInt32())).Where(value => value.Name != "(none)");

        Assert.Equal(expected, string.Join(' ', values.OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.Ordinal).Select(value => $"{value.Name}:{value.Count}")));
    }
}
