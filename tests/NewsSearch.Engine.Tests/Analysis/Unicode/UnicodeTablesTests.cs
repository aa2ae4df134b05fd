using NewsSearch.UnicodeTables;
using Tables = NewsSearch.Engine.Analysis.Unicode.UnicodeTables;

namespace NewsSearch.Engine.Tests.Analysis.Unicode;

public sealed class UnicodeTablesTests
{
    [Fact]
    public void Tables_name_their_Unicode_version() => Assert.Equal(new Version(15, 0, 0), Tables.UnicodeVersion);

    [UnicodeDataFact]
    public void Tables_made_anew_equal_the_embedded_ones_byte_for_byte()
    {
        var made = TableFile.Make(UnicodeData.Read(UnicodeDataFactAttribute.Folder));

        using var stream = typeof(Tables).Assembly.GetManifestResourceStream(Tables.ResourceName)!;
        var embedded = new byte[stream.Length];
        stream.ReadExactly(embedded);
        Assert.True(made.AsSpan().SequenceEqual(embedded), "run tools/NewsSearch.UnicodeTables and raise AnalysisVersion");
    }

    [Theory]
    [InlineData('a', true, false, false)]
    [InlineData('7', true, false, false)]
    [InlineData('½', true, false, false)]
    [InlineData('Ⓐ', true, false, false)]
    [InlineData('。', false, false, false)]
    [InlineData('\u0301', false, true, false)]
    [InlineData('\u20DD', false, true, false)]
    [InlineData('か', true, false, true)]
    [InlineData('ー', true, false, true)]
    [InlineData('京', true, false, true)]
    [InlineData('시', true, false, true)]
    [InlineData('\uD800', false, false, false)]
    public void Traits_tell_words_marks_and_CJK(char c, bool isWord, bool isMark, bool isCjk)
    {
        var traits = Tables.TraitsOf(c);

        Assert.Equal((isWord, isMark, isCjk), (traits.IsWord, traits.IsMark, traits.IsCjk));
    }

    [Fact]
    public void Marks_are_accents_on_five_scripts_and_digits_only()
    {
        Assert.All("aαаاא1", c => Assert.True(Tables.TraitsOf(c).DropsMarks, $"{c}"));
        Assert.All("か京ㄱกक'", c => Assert.False(Tables.TraitsOf(c).DropsMarks, $"{c}"));
    }
}
