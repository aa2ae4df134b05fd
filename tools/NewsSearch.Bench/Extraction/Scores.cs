using System.Net;
using System.Text.RegularExpressions;
using NewsSearch.Ingest.Metadata;
using NewsSearch.Ingest.Metadata.Outlets;

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

    /// <summary>The same letters and digits.</summary>
    public static bool IsSameText(string? found, string expected) => found is not null && Letters(found) == Letters(expected);

    /// <summary>The same; or one begins or ends with the other: an outlet's name, a kicker, a second line.</summary>
    public static bool IsSameTitle(string? found, string expected)
    {
        if (found is null) return false;
        var (a, b) = (Letters(found), Letters(expected));
        if (a.Length > b.Length) (a, b) = (b, a);
        return a.Length * 3 >= b.Length && a.Length > 0 && (b.StartsWith(a, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal));
    }

    /// <summary>The same by the table of outlets, which knows their hosts and other names; a slogan behind a name does not count.</summary>
    public static bool IsSameOutlet(string? found, string expected) => found is not null && OutletTable.KeyOf(Outlet(found)) == OutletTable.KeyOf(Outlet(expected));

    /// <summary>Whether a text stands on a page, in what is seen or in what is stated.</summary>
    public static bool IsOn(string page, string text)
    {
        var letters = Letters(text);
        return Letters(WebUtility.HtmlDecode(page)).Contains(letters, StringComparison.Ordinal) || Letters(WebUtility.HtmlDecode(Tag().Replace(page, ""))).Contains(letters, StringComparison.Ordinal);
    }

    private static string Outlet(string name) => OutletWriting.Read(CanonicalUrl.Host(name) ?? Slogan().Replace(name, "")).Outlet;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=\w)\s+[|–—-]\s.*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Slogan();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

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
