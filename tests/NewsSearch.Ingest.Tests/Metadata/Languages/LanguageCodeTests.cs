using NewsSearch.Ingest.Metadata.Languages;

namespace NewsSearch.Ingest.Tests.Metadata.Languages;

public sealed class LanguageCodeTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-US", "en")]
    [InlineData("EN_gb", "en")]
    [InlineData(" eng ", "en")]
    [InlineData("ger", "de")]
    [InlineData("deu", "de")]
    [InlineData("nb", "no")]
    [InlineData("nn-NO", "no")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("cmn", "zh")]
    [InlineData("iw", "he")]
    [InlineData("zho", "zh")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("xx", null)]
    [InlineData("und", null)]
    [InlineData("-", null)]
    [InlineData("*", null)]
    [InlineData("english", null)]
    public void A_given_language_becomes_its_two_letter_code(string? given, string? code) => Assert.Equal(code, LanguageCode.Of(given));
}
