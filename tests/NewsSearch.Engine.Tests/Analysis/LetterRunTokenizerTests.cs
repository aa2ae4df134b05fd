using System.Text;
using NewsSearch.Engine.Analysis;

namespace NewsSearch.Engine.Tests.Analysis;

public sealed class LetterRunTokenizerTests
{
    [Theory]
    [InlineData("The U.S. gave Kim Jong-un’s aide 3.5 gifts.", "the u s gave kim jong un s aide 3 5 gifts")]
    [InlineData("snake_case “ÄRGER”ends x²y ３٣", "snake case ärger ends x y ３٣")]
    [InlineData("北京大学 日本", "北京大学 日本")]
    [InlineData("", "")]
    [InlineData(" \r\n — … 😀 \uD800", "")]
    [InlineData("𝐀b😀c", "𝐀b c")]
    public void Terms(string text, string terms) => Assert.Equal(terms, string.Join(' ', Tokens(text, asciiPath: true)));

    [Fact]
    public void The_short_way_gives_the_tokens_of_the_plain_one()
    {
        var random = new Random(12);
        for (var round = 0; round < 3000; round++)
        {
            var text = round % 2 == 0 ? RandomText.MakeMostlyAscii(random, random.Next(300)) : RandomText.Make(random, random.Next(100));
            Assert.Equal(Tokens(text, asciiPath: false), Tokens(text, asciiPath: true));
        }
    }

    [Theory]
    [InlineData("x", 255)]
    [InlineData("é", 255)]
    [InlineData("xé", 255)]
    [InlineData("𝐀", 127)] // two units each, and none is cut in two
    public void A_token_of_any_length_is_one_and_cut_between_code_points(string part, int runes)
    {
        var word = string.Concat(Enumerable.Repeat(part, 100_000));

        Assert.Equal(["before", string.Concat(word.EnumerateRunes().Take(runes)), "behind"], Tokens($"before {word} behind", asciiPath: true));
    }

    [Fact]
    public void A_tokenizer_forgets_the_text_before()
    {
        var tokenizer = new LetterRunTokenizer();
        foreach (var text in new[] { "one two three", "four é", "" })
        {
            tokenizer.Reset(text.AsMemory());
            if (tokenizer.Next()) Assert.Equal((0, text.Split(' ')[0]), (tokenizer.Position, tokenizer.Term.ToString()));
        }

        Assert.False(tokenizer.Next());
    }

    private static List<string> Tokens(string text, bool asciiPath)
    {
        var tokens = new List<string>();
        var tokenizer = new LetterRunTokenizer(asciiPath);
        tokenizer.Reset(text.AsMemory());
        while (tokenizer.Next())
        {
            Assert.Equal(tokens.Count, tokenizer.Position);
            tokens.Add(Encoding.UTF8.GetString(tokenizer.Utf8(out var length)[..length]));
            Assert.Equal(tokens[^1], tokenizer.Word.ToString());
            Assert.Equal(tokens[^1], tokenizer.Term.ToString());
        }

        return tokens;
    }
}
