using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning.Leftovers;

/// <summary>A paragraph that a page has around its pictures, players and share bars: <c>Image copyright AFP Image caption The bridge</c>, <c>Enlarge this image toggle caption Ann Lee</c>.</summary>
internal static partial class PictureNote
{
    public const string Name = "picture-note";

    private const int LongestLength = 300;

    /// <summary>What such paragraphs begin with.</summary>
    private const string Beginnings = "IMEtSLA";

    public static IEnumerable<TextRange> Find(Draft draft) => draft.Paragraphs.Count < 2 ? [] : ShortParagraphs.Matching(draft, first: 0, LongestLength, Beginnings, Note());

    [GeneratedRegex(
        @"^(?:Image (?:copyright|source|caption) \S.*|Media (?:caption \S.*|playback is (?:un|not )supported on (?:your|this) device.*)"
        + @"|(?:Enlarge this image )?toggle caption\b.*|(?:Enlarge this image|Share All sharing options for:) .*|Link Copied|(?:Story|Article) [Cc]ontinue[sd] [Bb]elow)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
