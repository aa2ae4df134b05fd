using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Unicode;
using NewsSearch.UnicodeTables;

namespace NewsSearch.Engine.Tests.Analysis;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Naïve façade", "naivefacade")] // folds words: a blank is no part of one
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ısparta", "isparta")]
    [InlineData("ÆON", "aeon")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Đoković", "dokovic")]
    [InlineData("Ærøskøbing", "aeroskobing")]
    [InlineData("Əliyev", "aliyev")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("ＮＥＷＳ２４", "news24")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("O’Brien", "o'brien")]
    [InlineData("ΟΔΥΣΣΕΎΣ", "οδυσσευσ")]
    [InlineData("οδυσσεύς", "οδυσσευσ")]
    [InlineData("ᾳ", "α")]
    [InlineData("Ёлкий", "елкии")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("محمـــد", "محمد")]
    [InlineData("أحمد", "احمد")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("e\u0301\u0302\u0303", "e")]
    [InlineData("1\uFE0F\u20E3", "1")]
    [InlineData("co\u00ADop\u200D", "coop")]
    [InlineData("が", "か\u3099")]
    [InlineData("か\u3099", "か\u3099")]
    [InlineData("ｶﾞ", "カ\u3099")]
    [InlineData("서울", "서울")]
    [InlineData("\u1109\u1165\u110B\u116E\u11AF", "서울")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("น้ำ", "น\u0E49\u0E4D\u0E32")]
    public void Folds(string word, string folded) => Assert.Equal(folded, Folding.Fold(word));

    [Fact]
    public void Voiced_and_unvoiced_kana_stay_different() => Assert.NotEqual(Folding.Fold("か"), Folding.Fold("が"));

    [Fact]
    public void Every_letter_of_our_list_folds_as_listed() =>
        Assert.All(LetterFoldings.All, pair => Assert.Equal(pair.Value, Folding.Fold(char.ConvertFromUtf32(pair.Key))));

    [Fact]
    public void Every_Hangul_syllable_folds_to_itself_also_when_written_in_jamo()
    {
        for (var number = 0; number < 19 * 21 * 28; number++)
        {
            var syllable = ((char)(0xAC00 + number)).ToString();
            var tail = number % 28 == 0 ? "" : ((char)(0x11A7 + number % 28)).ToString();
            var jamo = $"{(char)(0x1100 + number / 28 / 21)}{(char)(0x1161 + number / 28 % 21)}{tail}";

            Assert.Equal(syllable, Folding.Fold(syllable));
            Assert.Equal(syllable, Folding.Fold(jamo));
        }
    }

    [Fact]
    public void Every_code_point_folds_to_what_folds_to_itself_as_its_word_form_does()
    {
        var word = new char[8];
        for (var codePoint = 0; codePoint < CodePointTrie.CodePointCount; codePoint++)
        {
            var source = codePoint is >= 0xD800 and < 0xE000 ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);

            var folded = Folding.Fold(source);

            if (folded != Folding.Fold(folded))
                Assert.Fail($"U+{codePoint:X4} folds to {folded}, which folds to {Folding.Fold(folded)}");
            var wordForm = new string(word, 0, WordRules.WriteWord(source, word, dropDots: false));
            if (folded != Folding.Fold(wordForm))
                Assert.Fail($"U+{codePoint:X4} folds to {folded}, its word form {wordForm} to {Folding.Fold(wordForm)}");
        }
    }

    [Fact]
    public void Folding_random_text_twice_changes_nothing()
    {
        var random = new Random(5);
        for (var round = 0; round < 5000; round++)
        {
            var once = Folding.Fold(RandomText.Make(random, random.Next(30)));

            Assert.Equal(once, Folding.Fold(once));
        }
    }

    [Fact]
    public void Buffer_grows_when_a_character_becomes_many()
    {
        var buffer = new char[1];

        var length = Folding.Fold(new string('ﷺ', 10), ref buffer);

        Assert.Equal(Folding.Fold(new string('ﷺ', 10)), new string(buffer, 0, length));
        Assert.Equal(150, length);
    }
}
