using System.Globalization;
using NewsSearch.Engine.Analysis.Unicode;

namespace NewsSearch.Engine.Tests.Analysis.Unicode;

public sealed class WordBreakerTests
{
    [UnicodeDataFact]
    public void Every_line_of_Unicodes_WordBreakTest_agrees()
    {
        var lines = WordBreakTestFile.Lines().ToList();

        Assert.True(lines.Count > 1800);
        Assert.All(lines, line => Assert.Equal(line.Segments, Segments(line.Text)));
    }

    [Fact]
    public void Segments_of_a_sentence_keep_abbreviations_and_numbers_together() =>
        Assert.Equal(["The", " ", "U.S", ".", " ", "can't", " ", "pay", " ", "1,000.50", "."], Segments("The U.S. can't pay 1,000.50."));

    [Fact]
    public void Flags_are_two_regional_indicators_each() =>
        Assert.Equal(["🇩🇪", "🇫🇷", "🇺"], Segments("🇩🇪🇫🇷🇺"));

    [Fact]
    public void Segments_of_any_UTF16_cover_the_text_in_order()
    {
        var random = new Random(20240220);
        for (var round = 0; round < 2000; round++)
        {
            var text = RandomText.Make(random, random.Next(1, 40));

            var segments = Segments(text);

            Assert.Equal(text, string.Concat(segments));
            Assert.DoesNotContain("", segments);
        }
    }

    [Theory]
    [InlineData("a:")]
    [InlineData("a:\u0308")]
    [InlineData("\u0308")]
    [InlineData("1,")]
    [InlineData("א\"")]
    // Linear: under a second; quadratic would be ten minutes, which nobody overlooks.
    public void Half_a_million_repetitions_come_to_an_end(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 500_000));

        Assert.Equal(text.Length, Segments(text).Sum(segment => segment.Length));
    }

    [Fact]
    public void A_zero_width_space_is_no_boundary() => Assert.Equal(["a\u200Bb"], Segments("a\u200Bb"));

    internal static List<string> Segments(string text)
    {
        var segments = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = WordBreaker.NextBoundary(text, start);
            segments.Add(text[start..end]);
            start = end;
        }
        return segments;
    }
}

/// <summary>The lines of Unicode's WordBreakTest.txt: a text and its segments.</summary>
internal static class WordBreakTestFile
{
    public static IEnumerable<(string Text, List<string> Segments)> Lines() =>
        from line in File.ReadLines(Path.Combine(UnicodeDataFactAttribute.Folder, "auxiliary", "WordBreakTest.txt"))
        let samples = line.Split('#')[0].Trim()
        where samples.Length > 0
        let segments = samples.Split('÷', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => string.Concat(segment.Split('×').Select(Character))).ToList()
        select (string.Concat(segments), segments);

    private static string Character(string digits) =>
        char.ConvertFromUtf32(int.Parse(digits.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
