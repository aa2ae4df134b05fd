using NewsSearch.Ingest.Metadata;

namespace NewsSearch.Ingest.Tests.Metadata;

public sealed class BylineTests
{
    [Theory]
    [InlineData("By Ann Lee and John Roe, Reuters", "Ann Lee|John Roe", "Reuters")]
    [InlineData("By ANN LEE, Associated Press", "ANN LEE", "AP")]
    [InlineData("Ann Lee, Staff Writer; John Roe, Chief Political Correspondent", "Ann Lee|John Roe", "")]
    [InlineData("Von Ann Lee und John Roe", "Ann Lee|John Roe", "")]
    [InlineData("Af Ann Lee og John Roe", "Ann Lee|John Roe", "")]
    [InlineData("Av Ann Lee och John Roe", "Ann Lee|John Roe", "")]
    [InlineData("by: Ann Lee <ann.lee@example.org> | @annlee", "Ann Lee", "")]
    [InlineData("\"Ann O’Lee\" & J. Roe", "Ann O’Lee|J. Roe", "")]
    [InlineData("Lee, Ann", "Ann Lee", "")]
    [InlineData("Lee, Ann B.", "Ann B. Lee", "")]
    [InlineData("Lee, Reuters", "Lee", "Reuters")]
    [InlineData("Ann Lee (The Washington Post)", "Ann Lee", "")]
    [InlineData("Ann Lee for The Guardian", "Ann Lee", "")]
    [InlineData("Staff", "", "")]
    [InlineData("The Editors", "", "")]
    [InlineData("Harbour Gazette", "", "")]
    [InlineData("Backgroundurl Avatar_Large", "", "")]
    [InlineData("The Associated Press", "", "AP")]
    [InlineData("https://example.org/ann", "", "")]
    [InlineData("", "", "")]
    public void A_byline_names_authors_and_agencies_and_nothing_else(string written, string authors, string agencies)
    {
        var byline = Byline.Read([written], "The Harbour Gazette");

        Assert.Equal((authors, agencies), (string.Join('|', byline.Authors), string.Join('|', byline.Agencies)));
    }

    [Theory]
    [InlineData("By Ann Lee and John Roe, Reuters", true)]
    [InlineData("By Ann Lee", true)]
    [InlineData("By Monday the bridge will be closed.", false)]
    [InlineData("By then the bridge, which had been closed, was open", false)]
    [InlineData("Ann Lee", true)]
    [InlineData("By Staff", false)]
    public void A_line_is_a_byline_where_it_begins_as_one_and_names_somebody(string line, bool isByline) =>
        Assert.Equal(isByline && line.StartsWith("By ", StringComparison.Ordinal), Byline.IsByline(line));

    [Fact]
    public void Nonsense_is_never_more_than_no_author()
    {
        var random = new Random(5);
        string[] parts = ["By ", "Ann", " Lee", ",", " and ", "@", "(", ")", "Reuters", " ", "\"", "|", "x@y.z", "\0", "\uD800", "–", "Staff", "é"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.All(Byline.Read([text]).Authors, author => Assert.True(author.Trim().Length > 1));
            Byline.IsByline(text);
        }
    }
}
