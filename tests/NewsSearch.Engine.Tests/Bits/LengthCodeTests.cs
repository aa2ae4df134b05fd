using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Tests.Bits;

public sealed class LengthCodeTests
{
    [Fact]
    public void Lengths_up_to_40_are_kept_exactly_41_is_not()
    {
        for (var length = 0; length <= 40; length++) Assert.Equal(length, LengthCode.LengthInTokens(LengthCode.Encode(length)));
        Assert.Equal(40, LengthCode.LengthInTokens(LengthCode.Encode(41)));
    }

    [Fact]
    public void Every_code_is_the_code_of_its_own_length()
    {
        for (var code = 0; code < 256; code++) Assert.Equal(code, LengthCode.Encode(LengthCode.LengthInTokens((byte)code)));
    }

    [Fact]
    public void A_longer_text_never_has_a_smaller_code_and_codes_round_down_by_less_than_an_eighth()
    {
        var last = 0;
        foreach (var length in Enumerable.Range(0, 100_000).Concat([1_000_000, 123_456_789, int.MaxValue - 1, int.MaxValue]))
        {
            int code = LengthCode.Encode(length);
            var kept = LengthCode.LengthInTokens((byte)code);

            Assert.True(code >= last);
            Assert.InRange(kept, (int)(length * 7L / 8), length);
            last = code;
        }

        Assert.Equal(255, last);
    }

    /// <summary>Worked out apart from this code, by the rule of Lucene 8: 24 codes stand for themselves, then four significant bits.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(23, 23)]
    [InlineData(24, 24)]
    [InlineData(39, 39)]
    [InlineData(100, 57)]
    [InlineData(1000, 87)]
    [InlineData(1_000_000, 167)]
    [InlineData(int.MaxValue, 255)]
    public void Known_lengths_have_known_codes(int length, int code) => Assert.Equal(code, LengthCode.Encode(length));
}
