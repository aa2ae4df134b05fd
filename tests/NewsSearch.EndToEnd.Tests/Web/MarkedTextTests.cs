using System.Text.Encodings.Web;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class MarkedTextTests
{
    [Fact]
    public void A_mark_across_two_paragraphs_is_one_hit()
    {
        var paragraphs = MarkedText.Paragraphs("one two\n\nthree four", [new TextRange(4, 14)], 1).Select(Html).ToList();

        Assert.Equal(["one <mark id=\"h1\">two</mark>", "<mark>three</mark> four"], paragraphs);
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

            var paragraphs = MarkedText.Paragraphs(text, marks, 1).Select(pieces => string.Concat(pieces.Select(piece => piece.Text)));

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
