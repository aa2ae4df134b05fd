using NewsSearch.Engine.Analysis.Stemming;

namespace NewsSearch.Engine.Tests.Analysis.Stemming;

public sealed class EnglishFormsTests
{
    [Theory]
    [InlineData("said says saying say")]
    [InlineData("won wins winning win")]
    [InlineData("men man")]
    [InlineData("mice mouse")]
    [InlineData("crises crisis")]
    [InlineData("defence defense defences")]
    [InlineData("labour labor labours laboured")]
    [InlineData("organisations organization organised organizing")]
    [InlineData("programmes program")]
    [InlineData("centred centered centre")]
    [InlineData("fulfilled fulfills fulfil")]
    [InlineData("haemorrhage hemorrhages")]
    public void These_words_have_one_stem(string words) => Assert.Single(words.Split(' ').Select(word => Stem(word)).Distinct());

    [Theory]
    [InlineData("programmer program")]
    [InlineData("founded find")]
    [InlineData("our or")]
    [InlineData("four for")]
    [InlineData("advertise adverse")]
    public void These_words_have_two(string words) => Assert.Equal(2, words.Split(' ').Select(word => Stem(word)).Distinct().Count());

    [Theory]
    [InlineData("capitalism")] // no spelling of its verb
    [InlineData("emphasis")]
    [InlineData("analysis")]
    [InlineData("fulfill")]
    [InlineData("labor")]
    public void These_words_stay(string word) => Assert.Equal(word, Apply(word));

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    public void Other_languages_keep_their_words(string language) => Assert.Equal("labour", Stem("labour", language));

    [Fact]
    public void Any_word_keeps_its_room_and_is_rewritten_once()
    {
        var random = new Random(23);
        for (var round = 0; round < 20_000; round++)
        {
            var word = new string([.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => "aeiouysrlmdcnf"[random.Next(14)])]) + (round % 3 == 0 ? "our" : "");
            var once = Apply(word);

            Assert.InRange(once.Length, 1, 2 * word.Length);
            Assert.Equal(once, Apply(once));
        }
    }

    private static string Apply(string word)
    {
        var room = new char[2 * word.Length];
        word.CopyTo(room);
        return new string(room, 0, EnglishForms.Apply(room, word.Length));
    }

    private static string Stem(string word, string language = "en")
    {
        var forms = new StemForms();
        forms.Set(word, word, language);
        return forms.First.ToString();
    }
}
