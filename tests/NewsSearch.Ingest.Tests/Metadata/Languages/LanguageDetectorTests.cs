using NewsSearch.Ingest.Metadata.Languages;

namespace NewsSearch.Ingest.Tests.Metadata.Languages;

public sealed class LanguageDetectorTests
{
    /// <summary>Two or three sentences of our own in each language.</summary>
    private static readonly (string Language, string Text)[] Sentences =
        [.. File.ReadLines(Path.Combine(Folders.Repository, "tests", "NewsSearch.Ingest.Tests", "Metadata", "Languages", "texts.tsv")).Select(line => (line.Split('\t')[0], line.Split('\t')[1]))];

    public static TheoryData<string, string> Texts()
    {
        var data = new TheoryData<string, string>();
        foreach (var (language, text) in Sentences) data.Add(language, text);
        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_of_a_few_sentences_is_in_its_language(string language, string text)
    {
        Assert.Equal(language, LanguageDetector.Detect(text));
        Assert.Equal(language, LanguageDetector.Detect(text.ToUpperInvariant()));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_long_text_is_in_the_language_of_most_of_it(string language, string text)
    {
        var english = string.Concat(Enumerable.Repeat("This part was taken over from an agency and nobody has translated it. ", 20));
        var most = string.Concat(Enumerable.Repeat(text + "\n\n", 60));

        Assert.Equal(language, LanguageDetector.Detect(english + most));
        Assert.Equal(language, LanguageDetector.Detect(most + english));
    }

    [Theory]
    [InlineData("en", "The spokesman quoted the proverb 路遥知马力，日久见人心 and then left the room without another word.")]
    [InlineData("en", "The paper Правда wrote that the talks had failed, but nobody in the room believed it.")]
    [InlineData("zh", "据路透社（Reuters）报道，iPhone的销量在第二季度下降。")]
    [InlineData("ar", "قال متحدث باسم شركة Example Industries إن المصنع سيغلق أبوابه في نهاية العام.")]
    [InlineData("ru", "Компания Example Industries закроет завод в конце года, сообщил представитель.")]
    [InlineData("en", "Read https://www.beispiel.de/nachrichten/die-und-der-nicht/ before you write to redaktion@beispiel.de about it")]
    [InlineData("en", "PRIME MINISTER SAYS HE WILL NOT RESIGN")]
    [InlineData("de", "REGIERUNG WILL STEUERN NICHT ERHÖHEN")]
    [InlineData("fr", "LE PREMIER MINISTRE NE VEUT PAS DÉMISSIONNER")]
    [InlineData("tr", "BAŞBAKAN İSTİFA ETMEYECEĞİNİ SÖYLEDİ")]
    [InlineData("en", "Kim Jong Un and Vladimir Putin met Sergei Lavrov, Dmitry Peskov and Choe Son Hui at the Vostochny Cosmodrome.")]
    [InlineData("de", "Olaf Scholz traf Emmanuel Macron, Giorgia Meloni und Pedro Sánchez am Rande des Treffens in Granada.")]
    [InlineData("ja", "日米首脳会談、経済対策で合意")]
    [InlineData("ja", "ソニーの株価が急落")]
    [InlineData("zh", "日美首腦就經濟對策達成一致")]
    [InlineData("sv", "Statsministern avgår inte")]
    [InlineData("ro", "Guvernul a spus că știe și va plăti")]
    [InlineData("no", "Ho seier at ho ikkje veit kva som har hendt")]
    public void Capitals_names_addresses_and_foreign_quotations_do_not_mislead(string language, string text) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("en", "The new law")]
    [InlineData("de", "Das neue Gesetz")]
    [InlineData("fr", "La nouvelle loi")]
    [InlineData("es", "Los nuevos impuestos")]
    [InlineData("pl", "Nowa ustawa o podatkach")]
    [InlineData("el", "Νέος νόμος")]
    [InlineData("ko", "새 법")]
    [InlineData("uk", "Що це")]
    public void A_few_words_give_the_best_guess(string language, string text) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("123 – 45.6 % (2024)")]
    [InlineData("https://example.org/the/way/it/is")]
    [InlineData("☃ 😀 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ‼")]
    [InlineData("x y z")]
    public void Where_nothing_tells_there_is_no_language(string? text) => Assert.Null(LanguageDetector.Detect(text));

    [Fact]
    public void A_text_half_in_one_and_half_in_another_language_has_none()
    {
        var texts = Sentences.ToDictionary(row => row.Language, row => row.Text, StringComparer.Ordinal);

        Assert.Null(LanguageDetector.Detect(string.Concat(Enumerable.Repeat(texts["en"], 4)) + string.Concat(Enumerable.Repeat(texts["es"], 4))));
        Assert.Null(LanguageDetector.Detect(texts["en"] + " " + texts["ar"]));
    }

    [Fact]
    public void Title_and_body_are_one_text()
    {
        Assert.Equal("de", LanguageDetector.Detect(null, "Die Bücherei bleibt den Winter über geöffnet."));
        Assert.Equal("de", LanguageDetector.Detect("Bücherei Oslo", "Die Bücherei bleibt den Winter über geöffnet."));
        Assert.Equal("de", LanguageDetector.Detect("Die Bücherei bleibt den Winter über geöffnet.", ""));
    }

    [Fact]
    public void Accents_that_stand_by_themselves_do_not_hide_the_words() =>
        Assert.Equal("fr", LanguageDetector.Detect("La bibliothe\u0300que de\u0301cide\u0301e a\u0300 rester ouverte pendant l\u2019e\u0301te\u0301"));

    [Fact]
    public void Any_text_at_all_gives_a_code_or_nothing()
    {
        var random = new Random(20260101);
        var units = Sentences.SelectMany(row => row.Text).Concat("\uD800\uDBFF\uDC00\uDFFF\u0000\u0300\u0301\u200D\u200F\uFEFF\uFFFF\u00A0.@/-").ToArray();
        for (var round = 0; round < 3000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(round % 50 == 0 ? 20_000 : 60)).Select(_ => round % 2 == 0 ? units[random.Next(units.Length)] : (char)random.Next(char.MaxValue + 1))]);

            var language = LanguageDetector.Detect(text);

            Assert.True(language is null || LanguageCode.Of(language) == language, $"round {round}: {language}");
        }
    }
}
