using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Boilerplate;

/// <summary>A paragraph, and the key that the same paragraph has in every article of the outlet.</summary>
/// <param name="Range">Where it stands in its text.</param>
/// <param name="Key">Hash of outlet and folded text; 0 where it cannot be boilerplate: no letters in it, or longer than any that is.</param>
/// <param name="Weight">Its letters and digits.</param>
internal readonly record struct Passage(TextRange Range, ulong Key, int Weight)
{
    /// <summary>In UTF-16 units; taste: the longest notices of newsletters and rights have some 1,000.</summary>
    private const int LongestLength = 2000;

    /// <summary>The name under which a rule from this paragraph is listed, recorded and switched off; the same wherever and whenever it is learned.</summary>
    public string Rule => RepeatedPassage.RulePrefix + Key.ToString("x16", CultureInfo.InvariantCulture)[..10];

    /// <summary>Whose boilerplate an article carries: its outlet's, however written, else its host's; null where neither is known.</summary>
    public static string? OutletKey(Article article) => OutletKey(article.Outlet ?? article.Host ?? "");

    /// <summary>The same from the name.</summary>
    public static string? OutletKey(string outlet) => NameKey.Of(outlet) is { Length: > 0 } key ? key : null;

    /// <summary>The paragraphs of a text.</summary>
    public static List<Passage> Of(string outletKey, string text)
    {
        var passages = new List<Passage>();
        var seed = FoldedHash.Of(outletKey);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            var key = FoldedHash.Of(seed, text.AsSpan(start, end - start), out var weight, out var hasLetters);
            passages.Add(new Passage(new TextRange(start, end), hasLetters && end - start <= LongestLength ? Math.Max(1, key) : 0, weight));
            start = end + 2;
        }
        return passages;
    }

    /// <summary>An article's body, and what a learned rule took out of it before: all that a rule may be learned from.</summary>
    public static IEnumerable<string> TextsOf(Article article) =>
        article.Removed.Where(removal => RepeatedPassage.Took(removal)).Select(removal => removal.Text).Prepend(article.Body);
}
