using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning.Leftovers;

/// <summary>A paragraph that a page has around its pictures, players and share bars: <c>Image copyright AFP Image caption The bridge</c>, <c>Enlarge this image toggle caption Ann Lee</c>.</summary>
internal static partial class PictureNote
{
    public const string Name = "picture-note";

    private const int LongestLength = 300;

    /// <summary>What such paragraphs begin with: most others need no closer look.</summary>
    private const string Beginnings = "IMEtSLA";

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        if (draft.Paragraphs.Count < 2) yield break;
        foreach (var (start, end) in draft.Paragraphs)
        {
            if (end - start <= LongestLength && Beginnings.Contains(draft.Text[start], StringComparison.Ordinal) && Note().IsMatch(draft.Text.AsSpan(start, end - start))) yield return new TextRange(start, end);
        }
    }

    [GeneratedRegex(
        @"^(?:Image (?:copyright|source|caption) \S.*|Media (?:caption \S.*|playback is (?:un|not )supported on (?:your|this) device.*)"
        + @"|(?:Enlarge this image )?toggle caption\b.*|(?:Enlarge this image|Share All sharing options for:) .*|Link Copied|(?:Story|Article) [Cc]ontinue[sd] [Bb]elow)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
