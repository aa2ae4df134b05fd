using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>The heading "About Author", with the few lines after it where they end the text.</summary>
internal static partial class AuthorBox
{
    public const string Name = "author-box";

    /// <summary>A longer text after the heading is not a note on the author; taste.</summary>
    private const int LongestNote = 500;

    private const int MostParagraphs = 2;

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        for (var i = 1; i < draft.Paragraphs.Count; i++)
        {
            var heading = draft.Paragraphs[i];
            if (heading.End - heading.Start > 30 || !Heading().IsMatch(draft[heading])) continue;
            yield return heading;
            if (draft.Paragraphs.Count - i - 1 > MostParagraphs) continue;
            var notes = draft.Paragraphs.Skip(i + 1).ToList();
            if (notes.Sum(note => note.End - note.Start) > LongestNote) continue;
            foreach (var note in notes) yield return note;
            yield break;
        }
    }

    [GeneratedRegex(@"^About (?:the )?Authors?:?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Heading();
}
