using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;

namespace NewsSearch.Engine.Tests.Analysis.Stemming;

public sealed class StemFormsTests
{
    [Theory]
    [InlineData("limousines", "en", "limousin", "")]
    [InlineData("Limousines’", "", "limousin", "")]
    [InlineData("Putin's", "en", "putin", "")]
    [InlineData("senators'", "en", "senat", "")]
    [InlineData("U.S.", "en", "us", "")]
    [InlineData("cafés", "en", "cafe", "")]
    [InlineData("naïvely", "en", "naiv", "")]
    [InlineData("résumés", "en", "resume", "resum")]
    [InlineData("Ærøs", "en", "aeros", "aero")]
    [InlineData("Häuser", "de", "haus", "")]
    [InlineData("limousines", "fi", "limousines", "")]
    public void Forms_of_a_token(string text, string language, string first, string second)
    {
        var forms = Forms(text, language);

        Assert.Equal((first, second), forms);
    }

    [Fact]
    public void A_word_typed_without_accents_shares_a_form_with_the_accented_one()
    {
        foreach (var (accented, plain) in new[] { ("résumés", "resumes"), ("cafés", "cafes"), ("fiancées", "fiancees"), ("clichéd", "cliched") })
        {
            var (first, second) = Forms(accented, "en");

            Assert.Contains(Forms(plain, "en").First, new[] { first, second });
        }
    }

    [Fact]
    public void Both_forms_of_any_token_are_bounded_folded_and_the_first_is_never_empty()
    {
        var random = new Random(3);
        for (var round = 0; round < 20_000; round++)
        {
            foreach (var token in SampleToken.All(RandomText.Make(random, random.Next(40))))
            {
                var (first, second) = Forms(token, "en");

                Assert.InRange(first.Length, 1, Tokenizer.MaxTermLength);
                Assert.InRange(second.Length, 0, Tokenizer.MaxTermLength);
                Assert.Equal(first, Folding.Fold(first));
                Assert.NotEqual(first, second);
            }
        }
    }

    [Fact]
    public void A_stem_that_folds_to_nothing_gives_way_to_the_term() => Assert.Equal("'s", Forms("\u0640'\u00ADs", "en").First);

    private static (string First, string Second) Forms(string text, string language) =>
        Forms(Assert.Single(SampleToken.All(text)), language);

    private static (string First, string Second) Forms(SampleToken token, string language)
    {
        var forms = new StemForms();
        forms.Set(token.Word, token.Term, language);
        return (forms.First.ToString(), forms.Second.ToString());
    }
}
