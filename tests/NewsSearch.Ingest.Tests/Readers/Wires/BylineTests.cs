using NewsSearch.Ingest.Readers.Wires;

namespace NewsSearch.Ingest.Tests.Readers.Wires;

public sealed class BylineTests
{
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
