using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Pages;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Pages;

/// <summary>Hostile and broken pages: an article or one sentence, in bounded time and memory.</summary>
public sealed class PageBoundsTests
{
    [Theory]
    [InlineData("<div>", 50_000)]
    [InlineData("<b><div>", 50_000)]
    [InlineData("<table><tr><td>", 50_000)]
    public void Elements_nested_too_deep_are_refused(string tag, int count)
    {
        Assert.Null(PageParser.Parse(Repeat(tag, count), out var problem));
        Assert.Equal("The page's elements are nested more than 1000 deep.", problem);
    }

    [Fact]
    public void Formatting_that_would_multiply_is_dropped()
    {
        var html = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<b a{i}=1><p>word"));

        using var document = PageParser.Parse(html, out var problem);

        Assert.Null(problem);
        Assert.Equal(5_000, document!.QuerySelectorAll("p").Length);
        Assert.Empty(document.QuerySelectorAll("b"));
        Assert.StartsWith("word\n\nword\n\n", HtmlText.Of(html), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_elements_are_refused()
    {
        Assert.Null(PageParser.Parse(Repeat("<p>x", PageParser.MaxElements + 1), out var problem));
        Assert.Equal("The page has more than 500000 elements.", problem);
    }

    [Fact]
    public void A_page_that_is_too_large_is_refused_before_it_is_read()
    {
        Assert.Null(Make(new byte[PageReader.MaxByteLength + 1], null, out var problem));
        Assert.Equal("The page is larger than 16 MB.", problem);
    }

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("windows-1252", null)]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("windows-1252", "latin1")]
    [InlineData("utf-16", null)]
    [InlineData("utf-16", "utf-8")]
    public void A_lying_charset_does_no_harm(string encoding, string? charset)
    {
        const string Html = "<html><body><p>“Für Ärger sorgt” – das ist noch nicht alles.";
        var bytes = encoding switch
        {
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Html)],
            "utf-8" => Encoding.UTF8.GetBytes(Html),
            _ => [.. Html.Select(c => c switch { '“' => (byte)0x93, '”' => (byte)0x94, '–' => (byte)0x96, _ => (byte)c })],
        };

        Assert.Equal(Html, PageDecoder.Decode(bytes, charset));
    }

    [Theory]
    [InlineData("<meta charset=windows-1251>", "windows-1251")]
    [InlineData("<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "koi8-r")]
    [InlineData("<meta charset=\"x-no-such-thing\">", null)]
    public void What_the_page_says_of_itself_is_believed_where_it_can_be(string meta, string? encoding)
    {
        var known = encoding is null ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        var html = meta + "<p>Мост закрыт";

        Assert.Equal(html, PageDecoder.Decode(known.GetBytes(html), null));
    }

    [Fact]
    public void Damaged_pages_never_raise()
    {
        var random = new Random(51);
        var sample = Encoding.UTF8.GetBytes(SamplePage.Html);
        for (var i = 0; i < 400; i++)
        {
            var bytes = Damaged(random, sample);
            var article = Make(bytes, i % 2 == 0 ? "https://example.org/2024/02/20/a" : null, out var problem);

            Assert.True(article is not null || problem is { Length: > 0 });
            if (article is null) continue;
            Assert.All(article.Removed, removal => Assert.InRange(removal.At, 0, article.Body.Length));
            Assert.DoesNotContain('\0', article.Body);
        }
    }

    private static byte[] Damaged(Random random, byte[] sample)
    {
        var bytes = sample.ToList();
        for (var change = random.Next(1, 30); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes.RemoveRange(at, Math.Min(random.Next(80), bytes.Count - at - 1)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(300), bytes.Count - at))); break;
                default: bytes[at] = (byte)"<>\"'&\0"[random.Next(6)]; break;
            }
        }

        return [.. bytes];
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static Article? Make(byte[] html, string? url, out string? problem) =>
        new ArticleMaker(new NameExtractor(), FixedClock.Spring2024, Decisions.None).Make(
            new SourceArticle(new Article { Id = "", Url = url }, new SourceFile("p", "p", 0), "") { Page = new FetchedPage(html, null, null) }, out problem);
}
