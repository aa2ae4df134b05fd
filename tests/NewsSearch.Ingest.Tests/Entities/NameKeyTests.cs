using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Tests.Entities;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("George H.W. Bush", "george hw bush")]
    [InlineData("George H. W. Bush", "george hw bush")]
    [InlineData("George W. Bush", "george w bush")]
    [InlineData("U. S.", "us")]
    [InlineData("Kim Jong-un", "kim jong un")]
    [InlineData("Strauß O’Neill Jr.", "straus oneill jr")]
    [InlineData("Mr. T. Smith", "mr t smith")]
    [InlineData(" . ", "")]
    [InlineData("A.", "a")]
    public void All_writings_of_a_name_have_one_key(string name, string key) => Assert.Equal(key, NameKey.Of(name));
}
