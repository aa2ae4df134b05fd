using NewsSearch.Bench.Relevance;
using NewsSearch.EndToEnd.Tests.Architecture;

namespace NewsSearch.EndToEnd.Tests.Bench;

public sealed class LanguageAccuracyTests
{
    private static string Data => Path.Combine(SourceTree.Root, "..", "shared", "data");

    [SharedDataTheory]
    [InlineData("basil-triples")]
    [InlineData("cctv-xwlb")]
    [InlineData("en-worldwide-newswire")]
    [InlineData("fakebr")]
    [InlineData("saudinewsnet")]
    [InlineData("time")]
    public void The_language_of_articles_and_of_first_sentences_is_right(string set)
    {
        var measure = Assert.Single(LanguageAccuracy.Run(Path.Combine(Data, set), default));

        Assert.True(measure.ArticleShare >= 0.995, $"articles: {measure.ArticleShare}");
        Assert.True(measure.SentenceShare >= 0.97, $"first sentences: {measure.SentenceShare}");
    }

    [Fact]
    public void A_label_that_is_listed_as_wrong_is_corrected_and_no_other()
    {
        Assert.Equal("en", WrongLabels.Corrected("giveme5w1h-news-cluster", "g5-77a640c9398b7794", "de"));
        Assert.Null(WrongLabels.Corrected("giveme5w1h-news-cluster", "g5-77a640c9398b7794", "en"));
        Assert.Null(WrongLabels.Corrected("time", "g5-77a640c9398b7794", "de"));
    }

    [Theory]
    [InlineData("Prices rose again in May, the office said. They had fallen before.", "Prices rose again in May, the office said.")]
    [InlineData("By Jane Example\n\nPrices rose again in May, the office said. They had fallen.", "Prices rose again in May, the office said.")]
    [InlineData("OSLO, Jan. 5 - Prices rose again in May. They had fallen.", "OSLO, Jan. 5 - Prices rose again in May.")]
    [InlineData("Nothing ends here but the whole text", "Nothing ends here but the whole text")]
    [InlineData("", "")]
    public void The_first_sentence_is_the_first_that_says_something(string body, string sentence) => Assert.Equal(sentence, LanguageAccuracy.FirstSentence(body));

    /// <summary>Skipped where the sets, which belong to no repository, are not there.</summary>
    private sealed class SharedDataTheoryAttribute : TheoryAttribute
    {
        public SharedDataTheoryAttribute()
        {
            if (!Directory.Exists(Data)) Skip = "needs the article sets in ../shared/data";
        }
    }
}
