using System.Text;
using NewsSearch.Engine.Analysis;

namespace NewsSearch.Engine.Tests.Analysis;

/// <summary>What holds for the tokens of any text; the tokens of hard texts stand in Golden/tokens.txt.</summary>
public sealed class TokenizerTests
{
    [Theory]
    [InlineData("The U.S. gave Kim Jong-un’s aide 3.5 gifts.", "the us gave kim jong un aide 3.5 gifts")]
    [InlineData("U.S. U.S U.S.'s us", "us us us us")]
    [InlineData("snake_case and_so_on", "snake case and so on")]
    [InlineData("北京大学 日本", "北京 京大 大学 日本")]
    [InlineData("", "")]
    [InlineData(" \r\n — … 😀 \uD800", "")]
    public void Terms(string text, string terms) => Assert.Equal(terms, string.Join(' ', Tokens(text).Select(token => token.Term)));

    [Fact]
    public void Spans_leave_out_the_possessive_and_the_last_dot() =>
        Assert.Equal(["Putin", "U.S", "Aurus"], Sources("Putin’s U.S. “Aurus”’s"));

    [Fact]
    public void Positions_count_tokens_from_zero_after_every_reset()
    {
        var tokenizer = new Tokenizer();
        foreach (var text in new[] { "one two's 's three", "四五 six" })
        {
            tokenizer.Reset(text.AsMemory());
            for (var position = 0; position < 3 && tokenizer.Next(); position++)
                Assert.Equal(position, tokenizer.Position);
        }
    }

    [Fact]
    public void Any_UTF16_gives_tokens_that_lie_inside_the_text_and_increase()
    {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            var text = RandomText.Make(random, random.Next(60));
            var start = -1;
            foreach (var token in Tokens(text))
            {
                Assert.True(token.Start > start && token.End > token.Start && token.End <= text.Length, text);
                Assert.InRange(token.Word.Length, 1, Tokenizer.MaxTermLength);
                Assert.InRange(token.Term.Length, 1, Tokenizer.MaxTermLength);
                Assert.Equal(token.Term, Folding.Fold(token.Word));
                Assert.DoesNotContain(token.Term, c => char.IsControl(c) || char.IsWhiteSpace(c));
                Assert.Equal(token.Term, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(token.Term))); // no lone surrogate
                start = token.Start;
            }
        }
    }

    [Fact]
    public void The_ASCII_path_gives_the_tokens_of_the_plain_path()
    {
        var random = new Random(12);
        for (var round = 0; round < 50_000; round++)
        {
            var text = random.Next(2) == 0 ? RandomText.Make(random, random.Next(40)) : RandomText.MakeMostlyAscii(random, random.Next(60));

            Assert.Equal(Tokens(text, asciiPath: false), Tokens(text));
        }
    }

    [Fact]
    public void A_term_is_a_word_of_its_own_and_keeps_its_form()
    {
        // What a suggestion, a prefix or a stored term is built from may be analysed again.
        foreach (var term in Tokens("Kim Jong-un’s O'Brien rock'n'roll U.S.A 3.5 1,000 Straße naïve İstanbul example.org مُحَمَّد").Select(token => token.Term))
            Assert.Equal(term, Assert.Single(Tokens(term)).Term);
    }

    [Fact]
    public void Terms_are_cut_at_a_maximum_but_never_inside_a_surrogate_pair()
    {
        var letters = Assert.Single(Tokens(new string('x', 100_000)));
        var pairs = Assert.Single(Tokens(string.Concat(Enumerable.Repeat("\U00010428", 1000)) + "y"));

        Assert.Equal((0, 100_000, Tokenizer.MaxTermLength), (letters.Start, letters.End, letters.Term.Length));
        Assert.Equal(Tokenizer.MaxTermLength - 1, pairs.Word.Length);
        Assert.Equal(Tokenizer.MaxTermLength - 1, pairs.Term.Length);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("x\u0301")]
    [InlineData("\u0301")]
    [InlineData("a.")]
    [InlineData("a'")]
    [InlineData("'s")]
    [InlineData("1,")]
    [InlineData("K팝")]
    [InlineData("a_")]
    [InlineData("京")]
    [InlineData("京\u200D")]
    [InlineData("\u1161")]
    // Linear: under a second; quadratic would be ten minutes, which nobody overlooks.
    public void Half_a_million_repetitions_come_to_an_end(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 500_000));
        var tokenizer = new Tokenizer();
        tokenizer.Reset(text.AsMemory());

        var end = 0;
        while (tokenizer.Next())
            end = tokenizer.End;

        Assert.True(end <= text.Length);
    }

    [Fact]
    public void A_second_text_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("Straße U.S. Kim’s 北京大学 naïve ﷺ 1,000 plain words ", 100)).AsMemory();
        var tokenizer = new Tokenizer();
        Count(tokenizer, text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var count = Count(tokenizer, text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1100, count);
    }

    private static int Count(Tokenizer tokenizer, ReadOnlyMemory<char> text)
    {
        var count = 0;
        tokenizer.Reset(text);
        while (tokenizer.Next())
            count++;
        return count;
    }

    private static IEnumerable<string> Sources(string text) => Tokens(text).Select(token => text[token.Start..token.End]);

    private static List<SampleToken> Tokens(string text, bool asciiPath = true) => SampleToken.All(text, asciiPath);
}
