using System.Text.RegularExpressions;

namespace NewsSearch.Bench.Extraction;

/// <summary>What came out of a page, beside what should have.</summary>
internal static partial class Scores
{
    /// <summary>2PR / (P + R); 0 where nothing is right.</summary>
    public static double F(double right, double wrong, double missing) => right == 0 ? 0 : 2 * right / (2 * right + wrong + missing);

    /// <summary>F1 of the two texts' words, each counted as often as it occurs.</summary>
    public static double TokenF1(string found, string expected)
    {
        var (a, b) = (Counts(found), Counts(expected));
        var (lengthA, lengthB) = (a.Values.Sum(), b.Values.Sum());
        if (lengthA + lengthB == 0) return 1;
        var both = a.Sum(word => Math.Min(word.Value, b.GetValueOrDefault(word.Key)));
        return F(both, lengthA - both, lengthB - both);
    }

    /// <summary>The same letters and digits; or one begins or ends with the other: an outlet's name, a kicker, a second line.</summary>
    public static bool IsSameTitle(string? found, string expected)
    {
        if (found is null) return false;
        var (a, b) = (Letters(found), Letters(expected));
        if (a.Length > b.Length) (a, b) = (b, a);
        return a.Length * 3 >= b.Length && a.Length > 0 && (b.StartsWith(a, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal));
    }

    public static bool IsSameOutlet(string? found, string expected)
    {
        if (found is null) return false;
        var (a, b) = (Letters(found), Letters(expected));
        return a == b || WithoutThe(a) == WithoutThe(b);
    }

    private static string WithoutThe(string name) => name.StartsWith("the", StringComparison.Ordinal) ? name[3..] : name;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static Dictionary<string, int> Counts(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in Word().EnumerateMatches(text))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, text.Substring(word.Index, word.Length).ToLowerInvariant(), out _)++;
        }

        return counts;
    }

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]|[\p{L}\p{N}\p{M}-[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
