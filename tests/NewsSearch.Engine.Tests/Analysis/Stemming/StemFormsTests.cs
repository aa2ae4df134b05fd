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

    [Theory]
    [InlineData("en", "résumés", "resumes")]
    [InlineData("en", "cafés", "cafes")]
    [InlineData("en", "clichéd", "cliched")]
    [InlineData("de", "Häuser", "hauser")]
    [InlineData("de", "Häusern", "Haus")]
    [InlineData("de", "Straßen", "strasse")]
    [InlineData("de", "Müllers", "muller")]
    [InlineData("fr", "élections", "elections")]
    [InlineData("fr", "élection", "elections")]
    [InlineData("fr", "l’élection", "elections")]
    [InlineData("fr", "autorisées", "autoriser")]
    [InlineData("fr", "universités", "universite")]
    [InlineData("fr", "Noël", "noel")]
    [InlineData("es", "organizaciones", "organizacion")]
    [InlineData("es", "niños", "nino")]
    [InlineData("es", "tecnologías", "tecnologia")]
    [InlineData("es", "están", "estan")]
    [InlineData("pt", "eleições", "eleicao")]
    [InlineData("pt", "situação", "situacoes")]
    [InlineData("pt", "responsáveis", "responsavel")]
    [InlineData("pt", "nacionais", "nacional")]
    [InlineData("pt", "homens", "homem")]
    [InlineData("pt", "irmãos", "irmaos")]
    [InlineData("it", "attività", "attivita")]
    [InlineData("it", "perché", "perche")]
    [InlineData("it", "dell’università", "universita")]
    [InlineData("nl", "coördinatie", "coordinatie")]
    [InlineData("nl", "geïnteresseerde", "geinteresseerd")]
    [InlineData("ru", "самолёты", "самолет")]
    [InlineData("ru", "ёлки", "елка")]
    [InlineData("ru", "российского", "российский")]
    [InlineData("ru", "Горбачёв", "горбачев")]
    [InlineData("ru", "Росси\u0438\u0306ский", "российский")] // й in two parts
    [InlineData("ar", "أحمد", "احمد")]
    [InlineData("ar", "الأمن", "الامن")]
    [InlineData("ar", "إعلام", "الاعلام")]
    [InlineData("ar", "والأمن", "امن")]
    [InlineData("ar", "بالأمن", "الأمن")]
    [InlineData("ar", "مُدَرِّسَة", "مدرسة")]
    [InlineData("ar", "محمـــد", "محمد")]
    [InlineData("ar", "ﻻﻋﺒﻮﻥ", "لاعبون")] // presentation forms
    public void A_word_is_met_by_another_inflection_or_typed_without_accents(string language, string text, string query)
    {
        var word = Forms(text, language);
        var typed = Forms(query, language);

        Assert.Contains(new[] { typed.First, typed.Second }, form => form == word.First || (form.Length > 0 && form == word.Second));
    }

    [Fact]
    public void Both_forms_of_any_token_are_bounded_folded_and_the_first_is_never_empty()
    {
        var random = new Random(3);
        string[] languages = ["en", "de", "fr", "es", "pt", "it", "nl", "ru", "ar", "ja"];
        for (var round = 0; round < 20_000; round++)
        {
            foreach (var token in SampleToken.All(RandomText.Make(random, random.Next(40))))
            {
                var (first, second) = Forms(token, languages[round % languages.Length]);

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
