using NewsSearch.Archive.Reading;
using NewsSearch.Cli.Output;

namespace NewsSearch.EndToEnd.Tests.Readings;

public sealed class RightToLeftTests
{
    [Theory]
    [InlineData("both words limousine and gift", "both words limousine and gift")]
    [InlineData("all of the words אבג, דהו and זחט", "all of the words [אבג], [דהו] and [זחט]")]
    [InlineData("exactly “שלום עליכם”", "exactly “[שלום עליכם]”")]
    [InlineData("exactly “אבג war الرئيس”", "exactly “[אבג] war [الرئيس]”")]
    [InlineData("words that begin with الر, outlet صحيفة 24, February 2024", "words that begin with [الر], outlet [صحيفة] 24, February 2024")]
    [InlineData("exactly “*שלום ع?ب*” (*: any letters)", "exactly “[*שלום ع?ب*]” (*: any letters)")]
    [InlineData("the word צה״ל", "the word [צה״ל]")]
    [InlineData("the word \uD83A\uDD00\uD83A\uDD01", "the word [\uD83A\uDD00\uD83A\uDD01]")]
    [InlineData("\uD83A", "\uD83A")]
    [InlineData("", "")]
    public void Each_stretch_from_right_to_left_is_isolated_on_a_terminal_and_nowhere_else(string sentence, string isolated)
    {
        Assert.Equal(isolated.Replace('[', '\u2068').Replace(']', '\u2069'), MarkedText.Isolated(sentence, isLive: true));
        Assert.Equal(sentence, MarkedText.Isolated(sentence, isLive: false));
        Assert.Equal(sentence, string.Concat(NewsSearch.Web.InWords.Directions(sentence).Select(piece => piece.Text)));
        Assert.Equal(RightToLeft.Stretches(sentence).Count, NewsSearch.Web.InWords.Directions(sentence).Count(piece => piece.IsIsolated));
    }

    [Fact]
    public void Long_hostile_texts_take_linear_time()
    {
        Assert.Single(RightToLeft.Stretches(string.Concat(Enumerable.Repeat("א -'\"?*", 20_000)) + "x"));
        Assert.Empty(RightToLeft.Stretches(new string('*', 20_000)));
    }
}
