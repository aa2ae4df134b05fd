using NewsSearch.Ingest.Pages;

namespace NewsSearch.Ingest.Tests.Pages;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One  <b>bold</b>\n word.</p><p>Two.", "One bold word.\n\nTwo.")]
    [InlineData("bare text", "bare text")]
    [InlineData("a<br>b<br><br>c", "a\nb\n\nc")]
    [InlineData("<div>a<ul><li>b<li>c</ul>d</div>", "a\n\nb\n\nc\n\nd")]
    [InlineData("<script>no</script>yes<style>no</style>", "yes")]
    [InlineData("3 &lt; 4 &amp; <i>so</i>", "3 < 4 & so")]
    [InlineData("", "")]
    public void Blocks_are_paragraphs_and_breaks_are_lines(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Fact]
    public void Deep_nesting_is_no_danger() => Assert.Equal("x", HtmlText.Of(string.Concat(Enumerable.Repeat("<div>", 5_000)) + "x"));
}
