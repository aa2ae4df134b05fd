using NewsSearch.Ingest.Tests.Pages.Facts;

namespace NewsSearch.Ingest.Tests.Pages.Content;

public sealed class ArticleTextTests
{
    private const string Long = SamplePage.First + " " + SamplePage.Second + " " + SamplePage.Third;

    [Fact]
    public void A_formula_that_has_a_menu_stays_in_its_sentence() =>
        Assert.Contains("When a < b, the bridge holds, and nobody", Body("<div>When <span class='formula-menu'>a &lt; b</span>, the bridge holds, and nobody needs to cross the water by boat at any hour of the night.</div>"), StringComparison.Ordinal);

    [Fact]
    public void Links_in_a_list_that_tells_something_stay()
    {
        var body = Body("<ul><li>Bo Ek mended the bell of the ferry, which had been silent for years and years.</li><li><a href='/b'>The boats are new!</a></li><li>Ann Lee painted both of the piers in white and blue.</li></ul>");

        Assert.Contains("The boats are new!", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_links_goes() =>
        Assert.DoesNotContain("The boats are new!", Body("<ul><li><a href='/a'>Who mended the bell?</a></li><li><a href='/b'>The boats are new!</a></li></ul>"), StringComparison.Ordinal);

    [Fact]
    public void Sections_of_one_kind_make_one_article()
    {
        var sections = string.Concat(Enumerable.Range(1, 4).Select(step => $"<div class='step'><h2>Step {step}</h2><div><div class='text'><p>{SamplePage.First}</p></div></div></div>"));

        Assert.Equal(4, MadeArticle.Whole($"<div class='col'>{sections}</div>").Body.Split(SamplePage.First).Length - 1);
    }

    [Fact]
    public void A_gallery_beside_an_article_goes_however_long_it_is()
    {
        var article = string.Concat(Enumerable.Range(0, 4).Select(_ => $"<p>{Long}</p>"));
        var pictures = string.Concat(Enumerable.Range(1, 12).Select(picture => $"<li><p>Picture {picture}: {Long}</p></li>"));

        var body = MadeArticle.Whole($"<div class='article-body'>{article}<div class='photo-gallery'><ul>{pictures}</ul></div></div>").Body;

        Assert.DoesNotContain("Picture", body, StringComparison.Ordinal);
        Assert.Contains(SamplePage.Third, body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_a_gallery_keeps_it() =>
        Assert.Contains("Picture 1", MadeArticle.Whole($"<div class='photo-gallery'><p>Picture 1: {Long}</p><p>Picture 2: {Long}</p></div>").Body, StringComparison.Ordinal);

    [Fact]
    public void What_stands_aside_is_not_the_article_however_long_it_is()
    {
        var notes = string.Concat(Enumerable.Range(1, 6).Select(note => $"<li>Note {note}: {Long}</li>"));

        var body = MadeArticle.Whole($"<div class='main-content'><div><p>{Long}</p></div><aside><ul>{notes}</ul></aside></div>").Body;

        Assert.Equal(Long, body);
    }

    private static string Body(string part) => MadeArticle.Of("", "", null, part) is { } article ? article.Body : "";
}
