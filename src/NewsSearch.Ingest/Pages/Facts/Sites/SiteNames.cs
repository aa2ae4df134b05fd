using System.Text.RegularExpressions;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Pages.Facts.Sites;

/// <summary>All that a page calls its site -> whether a text is the site's name rather than a headline.</summary>
internal sealed partial class SiteNames
{
    /// <summary>A longer name is a description in which any short text may occur.</summary>
    private const int LongestKey = 40;

    /// <summary>A shorter name may occur in any word.</summary>
    private const int ShortestContained = 4;

    private const int ShortestLabel = 3;

    /// <summary>Parts of hosts that name nothing.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal) { "www", "com", "org", "net", "edu", "gov", "news", "blog", "web", "archive" };

    private readonly List<string> _keys;

    /// <param name="names">Names of the site; null where the page gives none in a place.</param>
    /// <param name="host">Its host, if known.</param>
    public SiteNames(IEnumerable<string?> names, string? host)
    {
        var given = names.OfType<string>().ToList();
        IsUnknown = given.Count == 0;
        _keys = [.. given.Concat(given.Where(name => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase)).Select(name => name[4..])).Concat(Labels(host)).Select(KeyOf).Where(key => key.Length > 1).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether the page gives no name.</summary>
    public bool IsUnknown { get; }

    /// <summary>Parts of a host that may be written out as a name, the last first: <c>city.harbour-post.example</c> -> "harbour-post", "city".</summary>
    public static IEnumerable<string> Labels(string? host) =>
        host is null ? [] : host.Split('.').SkipLast(1).Where(label => label.Length >= ShortestLabel && !Common.Contains(label)).Reverse();

    /// <summary>Letters and digits, folded; umlauts as hosts write them.</summary>
    public static string KeyOf(string text) => Joint().Replace(Sign().Replace(NameKey.Of(text), ""), "$1").Replace("ß", "ss", StringComparison.Ordinal);

    /// <summary>Whether a text is one of the names.</summary>
    public bool IsExactly(string text) => _keys.Contains(KeyOf(text));

    /// <summary>Whether a whole text is hardly more than one of the names.</summary>
    public bool Is(string text)
    {
        var key = KeyOf(text);
        return key.Length > 1 && _keys.Exists(name => name == key || (name.Length >= ShortestContained && key.Length < (2 * name.Length) + 4 && key.Contains(name, StringComparison.Ordinal)));
    }

    /// <summary>Whether a text that a title has before or behind it is a name, more, or a part of one.</summary>
    public bool IsBeside(string part)
    {
        var key = KeyOf(part);
        return Is(part) || (OutletTable.Shared.ByName(part) is { } known && IsExactly(known)) || (key.Length >= ShortestContained && _keys.Exists(name => name.Length < LongestKey && name.Contains(key, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex("([aou])e", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
