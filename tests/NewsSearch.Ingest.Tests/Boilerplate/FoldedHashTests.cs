using NewsSearch.Ingest.Boilerplate;

namespace NewsSearch.Ingest.Tests.Boilerplate;

public sealed class FoldedHashTests
{
    [Fact]
    public void Every_character_is_folded_as_the_plain_twin_folds_it()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++) AssertSame([(char)unit]);
    }

    [Fact]
    public void Texts_have_the_hash_that_the_plain_twin_gives()
    {
        var random = new Random(17);
        for (var round = 0; round < 1000; round++)
            AssertSame([.. Enumerable.Range(0, random.Next(20)).Select(_ => (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(0x260)))]);
    }

    [Fact]
    public void Case_punctuation_and_space_do_not_change_it() => Assert.Equal(FoldedHash.Of("Sign up: NOW, élan 5!"), FoldedHash.Of("sign-up now ÉLAN 5"));

    private static void AssertSame(char[] text)
    {
        var hash = FoldedHash.Of(FoldedHash.Seed, text, out var weight, out var hasLetters);

        Assert.Equal((FoldedHash.OfPlainly(FoldedHash.Seed, text, out var plainWeight, out var plainHasLetters), plainWeight, plainHasLetters), (hash, weight, hasLetters));
    }
}
