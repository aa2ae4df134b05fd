using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>The words <c>date 2024-02-20</c> with which some scrapers begin a text.</summary>
internal static partial class DateLine
{
    public const string Name = "date-line";

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        if (draft.Paragraphs is not [var first, ..]) yield break;
        var match = Pattern().Match(draft[first]);
        if (match.Success) yield return new TextRange(first.Start, first.Start + match.Length);
    }

    /// <summary>The date in a passage that <see cref="Find"/> found.</summary>
    public static string? Date(string removed) => Pattern().Match(removed) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^date:? (\d{4}-\d{2}-\d{2})(?=\s+[\p{Lu}\p{Lo}\p{Pi}""'(\d]|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
