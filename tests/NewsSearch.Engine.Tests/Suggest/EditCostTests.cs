using NewsSearch.Engine.Suggest;

namespace NewsSearch.Engine.Tests.Suggest;

public sealed class EditCostTests
{
    [Theory]
    [InlineData("goverment", "government", "goverent", "government")] // one letter, not two
    [InlineData("adress", "address", "adess", "address")]
    [InlineData("comittee", "committee", "coxmittee", "committee")] // a doubled letter, not any
    [InlineData("senatros", "senators", "senatzzs", "senators")] // neighbours exchanged cost one slip
    [InlineData("zakhorova", "zakharova", "zakhprova", "zakharova")] // a vowel for a vowel
    [InlineData("serator", "senator", "eenator", "senator")] // the first letter is seldom wrong
    public void The_likelier_slip_costs_less(string likely, string meant, string unlikely, string alsoMeant) =>
        Assert.True(EditCost.Of(likely, meant) < EditCost.Of(unlikely, alsoMeant));

    [Fact]
    public void Nothing_costs_nothing_and_empty_words_are_words()
    {
        Assert.Equal(0, EditCost.Of("putin", "putin"));
        Assert.Equal(0, EditCost.Of("", ""));
        Assert.True(EditCost.Of("", "ab") > EditCost.Of("", "a"));
    }

    [Theory]
    [InlineData("Putn", "putin", "Putin")]
    [InlineData("pUtn", "putin", "Putin")]
    [InlineData("PUTN", "putin", "PUTIN")]
    [InlineData("putn", "putin", "putin")]
    [InlineData("ORR", "or", "or")]
    [InlineData("Àndd", "and", "And")]
    public void A_correction_has_the_capitals_of_what_was_typed(string typed, string word, string written) => Assert.Equal(written, Capitals.Like(typed, word));
}
