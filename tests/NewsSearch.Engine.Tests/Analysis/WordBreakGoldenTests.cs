using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Tests.Analysis.Unicode;
using NewsSearch.Engine.Tests.Golden;
using Tables = NewsSearch.Engine.Analysis.Unicode.UnicodeTables;

namespace NewsSearch.Engine.Tests.Analysis;

/// <summary>Tokens of the lines of Unicode's WordBreakTest: the words of UAX #29, but for what our rules mean to do otherwise.</summary>
public sealed class WordBreakGoldenTests
{
    /// <summary>Every other line has its words, folded, as tokens; <see cref="WordBreakerTests"/> holds that the segments are right.</summary>
    [UnicodeDataFact]
    public void Lines_whose_tokens_are_not_their_words_are_those_of_the_golden_file()
    {
        var lines = WordBreakTestFile.Lines().Select(line => line.Text).ToList();
        var differences = lines.Where(text => !Folded(text).SequenceEqual(Tokens(text))).ToList();

        var output = new StringBuilder();
        output.Append(CultureInfo.InvariantCulture, $"Of {lines.Count} lines of WordBreakTest.txt, {differences.Count} have other tokens than words.\n");
        foreach (var rule in differences.GroupBy(Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            output.Append(CultureInfo.InvariantCulture, $"\n{rule.Key}: {rule.Count()}\n");
            foreach (var text in rule)
                output.Append(CultureInfo.InvariantCulture, $"{TokenGoldenTests.Visible(text)}   {string.Join(" | ", Folded(text))}  ->  {string.Join(" | ", Tokens(text))}\n");
        }
        GoldenFile.Check("wordbreaks.txt", output.ToString());
    }

    /// <summary>The rule of ours that makes the difference; a difference without one is a mistake.</summary>
    private static string Rule(string text) =>
        text.EnumerateRunes().Any(rune => Tables.TraitsOf(rune.Value).IsSeparator) ? "Dashes and connectors split words"
        : text.Contains('\'') ? "Apostrophes at a word's end are cut off"
        : text.EnumerateRunes().Any(rune => Tables.TraitsOf(rune.Value).IsPictographic) ? "A word ends with its last letter or digit"
        : throw new UnreachableException(TokenGoldenTests.Visible(text));

    private static List<string> Folded(string text) => [.. TokenGoldenTests.Words(text).Select(Folding.Fold)];

    private static List<string> Tokens(string text) => [.. SampleToken.All(text).Select(token => token.Term)];
}
