using System.Text.Json;
using NewsSearch.Archive.Formats;

namespace NewsSearch.EndToEnd.Tests.Formats;

public sealed class CslJsonTests
{
    private static readonly ArticleFormat Csl = ArticleFormat.Named("csl")!;

    [Fact]
    public void An_article_is_a_newspaper_article()
    {
        var item = JsonDocument.Parse(Csl.Of(FormatArticles.Plain)).RootElement[0];

        Assert.Equal("article-newspaper", item.GetProperty("type").GetString());
        Assert.Equal("Motor works builds its last limousine", item.GetProperty("title").GetString());
        Assert.Equal("The Example", item.GetProperty("container-title").GetString());
        Assert.Equal("[[2024,2,20]]", item.GetProperty("issued").GetProperty("date-parts").GetRawText());
        Assert.Equal(
            """[{"family":"Example","given":"Jane"},{"family":"Dolor","given":"J. R."},{"literal":"Kim Jong Un"},{"literal":"Reuters Staff"},{"family":"Amet","given":"Rosa"}]""",
            item.GetProperty("author").GetRawText());
    }

    [Theory]
    [InlineData("2024", "[[2024]]")]
    [InlineData("2024-02", "[[2024,2]]")]
    [InlineData(null, null)]
    public void A_date_is_cut_to_what_is_known(string? date, string? parts)
    {
        var item = JsonDocument.Parse(Csl.Of(FormatArticles.Dated(date))).RootElement[0];

        Assert.Equal(parts, item.TryGetProperty("issued", out var issued) ? issued.GetProperty("date-parts").GetRawText() : null);
    }

    [Fact]
    public void Any_number_of_articles_is_one_list()
    {
        for (var count = 0; count <= FormatArticles.All.Count; count++)
        {
            var file = string.Concat(Csl.Pieces(FormatArticles.All.Take(count)).Select(piece => System.Text.Encoding.UTF8.GetString(piece.Span)));

            Assert.Equal(count, JsonDocument.Parse(file).RootElement.GetArrayLength());
        }
    }

    [Fact]
    public void Without_an_address_of_its_own_the_article_is_cited_by_that_in_the_archive()
    {
        var unsafeAddress = FormatArticles.Plain with { Url = "javascript:alert(1)" };

        Assert.Equal("https://site/x", JsonDocument.Parse(Csl.Of(unsafeAddress, "https://site/x")).RootElement[0].GetProperty("URL").GetString());
        Assert.False(JsonDocument.Parse(Csl.Of(unsafeAddress)).RootElement[0].TryGetProperty("URL", out _));
    }
}
