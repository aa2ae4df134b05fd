using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Tests.Queries;

public sealed class QuerySlotsTests
{
    private static readonly QuerySpan Nowhere = new(0, 0);

    private static string Shape(WordNode word) => string.Join(' ', QuerySlots.Of(word).Select(slot => slot.Pattern is null ? slot.Term : $"<{slot.Pattern}>"));

    [Theory]
    [InlineData("Mother-in-law's", "mother in law")]
    [InlineData("U.S.", "us")]
    [InlineData("Müller", "muller")]
    [InlineData("金正恩", "金正 正恩")]
    [InlineData("—&!", "")]
    public void A_plain_word_asks_for_the_tokens_of_the_analysis(string text, string expected) =>
        Assert.Equal(expected, Shape(new PlainWord(text, Nowhere)));

    [Theory]
    [InlineData("Lüx*RY", "<lux*ry>")]
    [InlineData("co-op*", "co <op*>")]
    [InlineData("*-in-l?w", "in <l?w>")]
    [InlineData("U.S.*", "<us*>")]
    [InlineData("example.*", "<example.*>")]
    [InlineData("O’Br*", "<o'br*>")]
    [InlineData("金*", "<金*>")]
    [InlineData("金正恩*", "金正 正恩")]
    [InlineData("金?恩", "<金?恩>")]
    [InlineData("-*-", "")]
    public void A_pattern_is_folded_and_split_like_a_word(string text, string expected) =>
        Assert.Equal(expected, Shape(new WildcardWord(text, Nowhere)));

    [Fact]
    public void Each_part_of_a_misspelt_word_may_be_misspelt() =>
        Assert.Equal("<cafe~1> <bar~1>", Shape(new FuzzyWord("Café-Bar", 1, Nowhere)));

    [Fact]
    public void The_beginning_of_a_word_with_a_star_finds_the_word()
    {
        var random = new Random(12);
        var tokenizer = new Tokenizer();
        for (var round = 0; round < 5_000; round++)
        {
            var word = new string(random.GetItems("abcXYZäéßøñłжЖ019".AsSpan(), random.Next(2, 12)));
            var pattern = new WildcardWord(word[..random.Next(1, word.Length)] + "*", Nowhere);
            tokenizer.Reset(word.AsMemory());
            Assert.True(tokenizer.Next());

            Assert.True(Assert.Single(QuerySlots.Of(pattern)).Pattern!.Matches(tokenizer.Term), $"{pattern.Text} {word}");
        }
    }
}
