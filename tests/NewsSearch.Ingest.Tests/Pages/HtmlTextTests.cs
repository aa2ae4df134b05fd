using NewsSearch.Ingest.Cleaning;
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

    [Theory]
    [InlineData("a<figure><img><figcaption>b<p>c</p></figcaption></figure>d", "a\n\n^b\n\n^c\n\nd")]
    [InlineData("<figure>a <img></figure>b", "^a\n\nb")]
    [InlineData("<figure><table><tr><td>a</table><figcaption>b</figcaption></figure>c", "a\n\n^b\n\nc")]
    [InlineData("a<media-caption>b</media-caption>c", "a\n\n^b\n\nc")]
    public void Captions_are_marked_where_that_is_asked_for(string html, string text)
    {
        Assert.Equal(text, HtmlText.Of(html, marksCaptions: true).Replace(Captions.Mark, '^'));
        Assert.Equal(text.Replace("^", "", StringComparison.Ordinal), HtmlText.Of(html));
    }

    [Fact]
    public void Deep_nesting_is_no_danger() => Assert.Equal("x", HtmlText.Of(string.Concat(Enumerable.Repeat("<div>", 5_000)) + "x"));
}
