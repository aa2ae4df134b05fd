using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Tests.Entities.Tagging;

public sealed class TokenizerTests
{
    private static readonly Vocabulary Words = new([]);

    [Theory]
    [InlineData("Kim’s sister met O'Brien.", "Kim|’s|sister|met|O'Brien|.")]
    [InlineData("The U.S.-led and Russian-made ships", "The|U.S.|-|led|and|Russian|-|made|ships")]
    [InlineData("Moon Jae-in of AT&T paid 3.5 or 1,000 on PatriotWise.com", "Moon|Jae-in|of|AT&T|paid|3.5|or|1,000|on|PatriotWise.com")]
    [InlineData("Mr. J. Smith Jr. said: \"No!\"", "Mr.|J.|Smith|Jr.|said|:|\"|No|!|\"")]
    [InlineData("wait... ----", "wait|...|----")]
    [InlineData("Iran-Iraq", "Iran|-|Iraq")]
    [InlineData("US-UK-Iran-led Al-Iraq-led iran-Iraq", "US|-|UK|-|Iran|-|led|Al-Iraq-led|iran-Iraq")]
    public void Words_and_signs(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Tokenize(text, Words).Select(token => text[token.Start..token.End])));

    [Fact]
    public void A_sentence_begins_after_a_full_stop_and_not_after_a_title()
    {
        const string Text = "Mr. Lind came. He left.\n\nthen all went";

        var starts = Tokenizer.Tokenize(Text, Words).Where(token => token.Is(TokenForm.SentenceStart)).Select(token => Text[token.Start..token.End]);

        Assert.Equal(["Mr.", "He", "then"], starts);
    }

    [Fact]
    public void Tokens_of_nonsense_are_in_order_and_hold_all_but_white_space()
    {
        const string Signs = "aZ.'’-&, \n\"0é漢ع\u0301\uD83D\uDE00_/";
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Signs[random.Next(Signs.Length)]));

            var end = 0;
            foreach (var token in Tokenizer.Tokenize(text, Words))
            {
                Assert.True(string.IsNullOrWhiteSpace(text[end..token.Start]));
                Assert.True(token.Start < token.End);
                end = token.End;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        }
    }
}
