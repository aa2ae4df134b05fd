using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Engine.Tests.Search;

public sealed class ValueWordsTests
{
    [Theory]
    [InlineData("patriotwise", "PatriotWise.com", true)]
    [InlineData("patriotwise.com", "PatriotWise.com", true)]
    [InlineData("wise", "PatriotWise.com", false)]
    [InlineData("york times", "The New York Times", true)]
    [InlineData("new times", "The New York Times", false)]
    [InlineData("penelope", "Penélope Cruz", true)]
    public void A_value_contains_the_words_one_behind_the_other(string words, string value, bool isContained)
    {
        QuerySlot[] slots = [.. words.Split(' ').SelectMany(word => QuerySlots.Of(new PlainWord(word, default)))];

        Assert.Equal(isContained, ValueWords.Contain(slots)(value));
    }
}
