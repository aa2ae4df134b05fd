using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning.Leftovers;

/// <summary>The box that a page opens over a name, run into the sentence: the full name, headlines, <c>MORE</c>: <c>Ann Lee Ann Mary LeeBridge to close Harbour in need MORE said</c> -> <c>Ann Lee said</c>.</summary>
internal static partial class NameBox
{
    public const string Name = "name-box";

    private const string End = " MORE";

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        if (!draft.Text.Contains(End, StringComparison.Ordinal)) yield break;
        foreach (var (start, end) in draft.Paragraphs)
        {
            foreach (Match box in Box().Matches(draft.Text[start..end])) yield return new TextRange(start + box.Groups["box"].Index, start + box.Index + box.Length);
        }
    }

    /// <summary>The last name once more, behind the first names, and a headline right behind it without a space.</summary>
    [GeneratedRegex(
        @"\b(?<last>\p{Lu}[\p{L}'’-]*\p{Ll})(?<box> (?:(?:\p{Lu}[\p{L}.'’-]*|\(\p{Lu}[\p{L} .'’-]*\)) ){0,5}\k<last>(?=[\p{Lu}\d'""‘“]).{1,1500}?) MORE\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
