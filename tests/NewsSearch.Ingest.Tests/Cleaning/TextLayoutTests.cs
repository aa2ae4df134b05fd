using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Tests.Cleaning;

public sealed class TextLayoutTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \r\n\t ", "")]
    [InlineData("a\r\n\r\n\r\nb  \n c", "a\n\nb\nc")]
    [InlineData("one\ntwo\nthree", "one\n\ntwo\n\nthree")]
    [InlineData("\nfirst\nsecond\n\n", "first\n\nsecond")]
    [InlineData("a\u0000b\u0007c\u00A0d\u200Be\uFEFF", "a b c de")]
    public void Paragraphs_are_set_apart_by_one_empty_line(string text, string tidy) => Assert.Equal(tidy, TextLayout.Tidy(text));

    [Fact]
    public void Lines_that_were_wrapped_stay_one_paragraph()
    {
        var wrapped = string.Join('\n', Enumerable.Repeat("These words were wrapped at some seventy characters by a mailer.", 6)) + "\nand end here.";

        Assert.Equal(wrapped, TextLayout.Tidy(wrapped));
    }

    [Fact]
    public void A_line_is_tidied_as_character_by_character()
    {
        var random = new Random(12);
        for (var round = 0; round < 2000; round++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => "ab  ç\t\u0007\u00A0\u00AD\uFEFF\u200B\u2003\u009F語"[random.Next(14)]));

            Assert.Equal(TextLayout.TidyLine(line), TextLayout.Tidy(line));
            Assert.Equal(TextLayout.TidyLine(line), TextLayout.TidyParagraph(line));
        }
    }

    [Fact]
    public void A_line_too_long_to_be_wrapped_shows_that_lines_are_paragraphs()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("word", 30)) + ".";

        Assert.Equal($"A headline\n\nBy Ann Lee\n\n{paragraph}\n\nLast words.", TextLayout.Tidy($"A headline\nBy Ann Lee\n\n{paragraph}\nLast words."));
    }

    [Fact]
    public void Tidy_text_stays_as_it_is()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => "ab \n\n\r.\tç"[random.Next(9)]));

            var once = TextLayout.Tidy(text);

            Assert.Equal(once, TextLayout.Tidy(once));
        }
    }
}
