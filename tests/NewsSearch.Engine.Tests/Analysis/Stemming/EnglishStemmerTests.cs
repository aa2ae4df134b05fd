using NewsSearch.Engine.Analysis.Stemming;

namespace NewsSearch.Engine.Tests.Analysis.Stemming;

public sealed class EnglishStemmerTests
{
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

    private static string Stem(string word)
    {
        var room = new char[2 * word.Length];
        word.CopyTo(room);
        return new string(room, 0, Stemmers.For("en").Stem(room, word.Length));
    }
}
