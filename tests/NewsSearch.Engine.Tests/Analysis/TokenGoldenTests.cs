using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsSearch.Engine.Analysis.Unicode;
using NewsSearch.Engine.Tests.Analysis.Unicode;
using NewsSearch.Engine.Tests.Golden;
using Tables = NewsSearch.Engine.Analysis.Unicode.UnicodeTables;

namespace NewsSearch.Engine.Tests.Analysis;

public sealed class TokenGoldenTests
{
    private static readonly string[] Cases =
    [
        // Possessives and apostrophes.
        "Putin's", "O'Brien’s", "Kim Jong-un’s", "PUTIN’S", "the senators' cars", "U.S.’s", "the 1980's", "“Forbes”’s list", "Putin 's", "don't don’t donʼt",
        "rock'n'roll", "'tis", "‘quoted’", "the letter 's'", "l'homme", "Joneses's's", "צ'ק צ'",
        "l’été d’août", "O''Brien", "N.A.T.O.'s", "ʻokina Hawai‘i", "the '90s", "qu'ils s'en",
        // Acronyms and dots.
        "U.S.", "U.S", "u.s.a. today", "É.U.", "J.R.R. Tolkien", "J. R. R.", "e.g. a.m.", "Ph.D.", "example.org", "end.Next", "A.I.-driven", "Ｕ．Ｓ．", "3.U.S", "U.S.-U.K.", "С.С.С.Р.", "U.S.A.F.", "Dr.No", "p.m.,",
        // Numbers.
        "3.5", "1,000", "1,000.50", "10:30", "$5bn", "5%", "1,2,", "2024-02-20", "½ 3½ m²", "٣٫٥", "３．５", "A4 4x4 1st",
        "1’000’000", "1.000.000,50", "12 345,67", "€1.2m £3", "+1 (555) 010-2030", "20.02.2024", "20/02/2024", "2024年2月20日", "10:30:15", "1.", "-5", "x²",
        // Hyphens and connectors.
        "e-mail", "e\u2010mail", "e\u2011mail", "well\u2013known", "snake_case", "__init__", "a‿b", "10\u202F000", "state-of-the-art", "ex--wife", "-lead", "naïve—café", "and/or…", "հայ֊ական", "co\u00ADoperate", "self\u2212made",
        // Symbols, addresses.
        "AT&T", "C++", "C#", ".NET", "#hashtag @user", "e-mail@example.org", "https://www.example.org/a_b?x=1&y=%20", "Update:The", "either/or", "Yahoo!", "Ⓐ ™ №5",
        "http://example.org:8080/a.html#b", "www.example.co.uk.", "j.o'neil+news@mail.example.org", "<j@example.org>", "R&B", "192.168.0.1", "C:\\news\\a.txt",
        // Accents and letters.
        "naïve", "nai\u0308ve", "façade", "Straße STRASSE", "İstanbul ISPARTA ısparta", "ÆON", "Łódź", "Əliyev", "ŉ", "ΑΘΉΝΑ", "Ёлки", "ﬁnance", "ＮＥＷＳ", "Ａ１，Ｂ２", "oﬃce beﬆ", "Ǆ Ĳssel", "Việt Nam", "a\u0323\u0302 ậ", "Çelik Ğ", "œuvre",
        "a" + new string('\u0301', 300) + "b",
        // Arabic, Hebrew, Thai, Indic.
        "مُحَمَّد", "محمـــد", "ـ", "می\u200Cخواهم", "الرئيس", "שָׁלוֹם", "צה\"ל", "สวัสดี", "हिन्दी", "தமிழ்",
        "كـــتَابٌ والكتاب", "أإآا ى ة", "گفت\u200Cوگو", "صَحِيفَةٌ", "רה״מ צה״ל׳", "ג׳ורג׳", "ภาษาไทย ๒๕๖๗", "ខ្មែរ", "မြန်မာ", "বাংলা", "ᄒ",
        // Chinese, Japanese, Korean.
        "北京大学", "京", "日本語テスト", "ジョン・スミス", "がぎ", "か\u3099き\u3099", "ｶﾞｷﾞ", "スーパー", "サッカー２０２４年", "서울시", "서울 시", "\u1109\u1165\u110B\u116E\u11AF시",
        "\U00020000\U00020001\U00020002", "北京,上海", "々", "ㅋㅋ",
        "ｱｲｳ ＡＢＣ", "ヴァイオリン", "ｳﾞｧ", "ゝ々〆", "人々は", "ㄅㄆ", "한국어와 English", "韓國 한국", "北 京", "北\u200B京", "〇一二",
        // Mixed scripts.
        "K팝스타", "iPhone用", "Tシャツ", "Putin在北京", "ПутинPutin", "a京b", "東京2020", "中ＡＢＣ文", "Αlpha Аlpha", "שלוםhello", "مرحباhello ٢٠٢٤",
        // Emoji, invisible and broken text.
        "👩\u200D👩\u200D👧 family", "🇩🇪Germany", "1\uFE0F\u20E3", "go😀go", "Pu\u00ADtin", "Pu\u200Dtin\u200D", "Pu\u200Btin", "\uFEFFPutin\u200E", "a\uD800b", "\uDC00\uD800", "a\0b", "👨🏽\u200D🚒 fire", "❤\uFE0F", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F England", "\u202Eabc\u202C", "co\u00ADop\u00ADer\u00ADate",
        "\u0301a",
    ];

    /// <summary>Each text, its UAX #29 words where our rules took others, its tokens, and in round brackets a Word unlike the Term.</summary>
    [Fact]
    public void Hard_texts_have_the_tokens_of_the_golden_file()
    {
        var output = new StringBuilder();
        foreach (var text in Cases)
        {
            output.Append(CultureInfo.InvariantCulture, $"text    {Visible(text)}\n");
            var tokens = SampleToken.All(text);
            var words = Words(text);
            if (!words.SequenceEqual(tokens.Select(token => text[token.Start..token.End])))
                output.Append(CultureInfo.InvariantCulture, $"words   {Visible(string.Join(" | ", words))}\n");
            output.Append(CultureInfo.InvariantCulture, $"tokens  {Visible(string.Join(" | ", tokens.Select(Shape)))}\n\n");
        }
        GoldenFile.Check("tokens.txt", output.ToString());
    }

    /// <summary>The UAX #29 segments that hold a letter or digit.</summary>
    internal static List<string> Words(string text) =>
        [.. WordBreakerTests.Segments(text).Where(segment => segment.EnumerateRunes().Any(rune => Tables.TraitsOf(rune.Value).IsWord))];

    private static string Shape(SampleToken token) =>
        $"{token.Start}-{token.End} {token.Term}" + (token.Word == token.Term ? "" : $" ({token.Word})");

    /// <summary>The text with what cannot be seen as its number: &lt;00AD&gt;, and &lt;0301&gt;×300 for many of them.</summary>
    internal static string Visible(string text)
    {
        var visible = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var codePoint = CodePoints.At(text, at);
            var length = CodePoints.Length(codePoint);
            visible.Append(IsVisible(codePoint) ? text.Substring(at, length) : $"<{codePoint:X4}>");
            at += length;
        }
        return Regex.Replace(visible.ToString(), "(<....>)\\1{9,}", run => $"{run.Groups[1]}×{run.Length / 6}");
    }

    private static bool IsVisible(int codePoint) => codePoint >= ' '
        && codePoint is not ('\u00AD' or '\u0301' or '\u200B' or '\u2011' or '\u202F' or '\u3099' or '\uFE0F' or (>= 0xD800 and <= 0xDFFF))
        && Tables.TraitsOf(codePoint).WordBreak is not (WordBreakClass.Format or WordBreakClass.ZWJ);
}
