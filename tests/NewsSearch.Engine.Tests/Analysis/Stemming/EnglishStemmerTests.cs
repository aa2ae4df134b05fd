using NewsSearch.Engine.Analysis.Stemming;

namespace NewsSearch.Engine.Tests.Analysis.Stemming;

public sealed class EnglishStemmerTests
{
    [SnowballDataFact]
    public void Every_word_of_Snowballs_vocabulary_gets_the_stem_expected()
    {
        var folder = Path.Combine(SnowballDataFactAttribute.Folder, "english");
        var words = File.ReadAllLines(Path.Combine(folder, "voc.txt"));
        var stems = File.ReadAllLines(Path.Combine(folder, "output.txt"));

        Assert.True(words.Length > 29_000);
        Assert.Equal(stems, words.Select(Stem));
    }

    [Theory]
    [InlineData("limousines", "limousin")]
    [InlineData("limousine", "limousin")]
    [InlineData("relationship", "relationship")]
    [InlineData("relations", "relat")]
    [InlineData("skies", "sky")]
    [InlineData("news", "news")]
    [InlineData("proceeding", "proceed")]
    [InlineData("generously", "generous")]
    [InlineData("hoping", "hope")]
    [InlineData("hopping", "hop")]
    [InlineData("senator's", "senat")]
    [InlineData("is", "is")]
    [InlineData("1990s", "1990s")]
    [InlineData("cafés", "café")]
    public void Stems(string word, string stem) => Assert.Equal(stem, Stem(word));

    [Fact]
    public void Stems_of_any_letters_are_not_empty_and_fit_the_room()
    {
        var random = new Random(17);
        for (var round = 0; round < 100_000; round++)
        {
            var word = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => "aeiouyysdlnt'gié1"[random.Next(17)])]).TrimStart('\'');
            if (word.Length > 0)
                Assert.NotEmpty(Stem(word));
        }
    }

    [Fact]
    public void Languages_without_a_stemmer_keep_their_words()
    {
        var word = "häuser".ToCharArray();

        Assert.Equal(6, Stemmers.For("de").Stem(word, 6));
        Assert.Equal("häuser", new string(word));
    }

    private static string Stem(string word)
    {
        var room = new char[word.Length + 2];
        word.CopyTo(room);
        return new string(room, 0, Stemmers.For("en").Stem(room, word.Length));
    }
}
