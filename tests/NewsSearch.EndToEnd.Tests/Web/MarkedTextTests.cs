using System.Text.Encodings.Web;
using NewsSearch.Archive;
using NewsSearch.Web.Names;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class MarkedTextTests
{
    [Fact]
    public void A_mark_across_two_paragraphs_is_one_hit()
    {
        var paragraphs = MarkedText.Paragraphs("one two\n\nthree four", [new TextRange(4, 14)], 1, []).Select(Html).ToList();

        Assert.Equal(["one <mark id=\"h1\">two</mark>", "<mark>three</mark> four"], paragraphs);
    }

    [Fact]
    public void A_name_is_an_anchor_with_ways_on_and_may_overlap_a_hit()
    {
        var paragraphs = MarkedText.Paragraphs("<Kim> Lorem said. Kim", [new TextRange(6, 16)], 1, [new NamePlace(1, 11, "Kim \"L\"", 2, 1, 2), new NamePlace(18, 21, "Kim \"L\"", 2, 2, 2)]).Select(Html);

        Assert.Equal(
            ["&lt;<span class=\"who\" id=\"n2-1\">Kim&gt; </span><span class=\"who\"><mark id=\"h1\">Lorem</mark></span>"
            + "<span class=\"on\"><a class=\"next\" href=\"#n2-2\" aria-label=\"mention 2 of Kim &quot;L&quot;\"></a></span><mark> said</mark>. "
            + "<span class=\"who\" id=\"n2-2\">Kim</span><span class=\"on\"><a class=\"before\" href=\"#n2-1\" aria-label=\"mention 1 of Kim &quot;L&quot;\"></a></span>"],
            paragraphs);
    }

    [Fact]
    public void The_current_hit_says_its_number_once()
    {
        var pieces = MarkedText.Pieces("a <b> c", 0, 7, [new TextRange(2, 5)], 3);

        Assert.Equal("a <mark id=\"h3\" class=\"now\">&lt;b&gt;<sup>3 of 4</sup></mark> c", Html(pieces, 3, 4));
    }

    [Fact]
    public void Nothing_of_the_text_is_lost_or_added()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "ab \n\n"[random.Next(5)]));
            var marks = new List<TextRange>();
            for (var at = random.Next(5); at < text.Length; at += random.Next(1, 9))
            {
                var end = Math.Min(text.Length, at + random.Next(1, 9));
                marks.Add(new TextRange(at, end));
                at = end;
            }

            var places = marks.Select((mark, number) => new NamePlace(Math.Max(0, mark.Start - 1), mark.End - 1, "A", 1, number + 1, 2)).Where(place => place.End > place.Start)
                .Aggregate(new List<NamePlace>(), (sorted, place) => sorted.Count > 0 && sorted[^1].End > place.Start ? sorted : [.. sorted, place]);

            var paragraphs = MarkedText.Paragraphs(text, marks, 1, places).Select(pieces => string.Concat(pieces.Select(piece => piece.Text)));

            Assert.Equal(text.Split("\n\n").Where(paragraph => paragraph.Length > 0), paragraphs);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(6, 2)]
    [InlineData(99, 2)]
    public void A_place_is_told_by_its_paragraph(int at, int paragraph) =>
        Assert.Equal(paragraph, MarkedText.ParagraphOf("abc\n\ndef", at));

    private static string Html(IReadOnlyList<TextPiece> pieces) => Html(pieces, 0, 0);

    private static string Html(IReadOnlyList<TextPiece> pieces, int current, int count)
    {
        var writer = new StringWriter();
        new MarkedHtml(pieces, current, count).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
