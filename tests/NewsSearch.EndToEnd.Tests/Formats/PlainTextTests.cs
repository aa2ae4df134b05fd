using System.Globalization;
using NewsSearch.Archive.Formats;

namespace NewsSearch.EndToEnd.Tests.Formats;

public sealed class PlainTextTests
{
    [Fact]
    public void A_citation_names_authors_title_outlet_date_and_address() => Assert.Equal(
        "Jane Example, J. R. Dolor, Kim Jong Un, Reuters Staff, and Amet, Rosa. “Motor works builds its last limousine.” The Example, 20 February 2024. https://example.org/a?x=1&y=%7Bz%7D_~\n",
        ArticleFormat.Text.Of(FormatArticles.Plain));

    [Theory]
    [InlineData("2024", "The Example, 2024.")]
    [InlineData("2024-02", "The Example, February 2024.")]
    [InlineData(null, "The Example, no date.")]
    public void A_date_is_cut_to_what_is_known(string? date, string expected) =>
        Assert.Contains(" " + expected + " ", ArticleFormat.Text.Of(FormatArticles.Dated(date)), StringComparison.Ordinal);

    [Fact]
    public void What_is_not_known_is_left_out() => Assert.Equal("“(no title).” no date.\n", ArticleFormat.Text.Of(FormatArticles.Bare));

    [Fact]
    public void A_question_keeps_its_mark_and_two_authors_take_no_comma() => Assert.StartsWith(
        "A B and C D. “Who?” ", ArticleFormat.Text.Of(FormatArticles.Plain with { Title = "Who?", Authors = ["A B", "C D"] }), StringComparison.Ordinal);

    [Fact]
    public void Of_many_authors_the_first_are_named() => Assert.StartsWith(
        "N0, N1, N2, N3, N4, N5, N6, et al. “", ArticleFormat.Text.Of(FormatArticles.Plain with { Authors = [.. Enumerable.Range(0, 200).Select(i => "N" + i.ToString(CultureInfo.InvariantCulture))] }), StringComparison.Ordinal);

    [Fact]
    public void A_citation_is_one_line_whatever_the_article_holds() => Assert.Equal(1, ArticleFormat.Text.Of(FormatArticles.HostileArticle).Count(char.IsControl));
}
