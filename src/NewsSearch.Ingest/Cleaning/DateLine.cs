using System.Text.RegularExpressions;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Cleaning;

/// <summary>The words <c>date 2024-02-20</c> with which some scrapers begin a text; a line at the top that is nothing but a date, <c>Tuesday, 20 February 2024</c>.</summary>
internal static partial class DateLine
{
    public const string Name = "date-line";

    /// <summary>Headline, byline, date: further down a date is what the text is about.</summary>
    private const int TopLines = 3;

    /// <summary>A longer line is no date alone.</summary>
    private const int LongestLine = 60;

    /// <summary>Words beside a date that stands alone, weekdays left aside.</summary>
    private static readonly HashSet<string> Beside = new(StringComparer.OrdinalIgnoreCase) { "published", "posted", "date", "on", "at", "et", "ct", "mt", "pt" };

    public static IEnumerable<TextRange> Find(Draft draft)
    {
        if (draft.Paragraphs is not [var first, ..]) yield break;
        var match = Pattern().Match(draft[first]);
        if (match.Success) yield return new TextRange(first.Start, first.Start + match.Length);
        else if (Lines(draft).Take(TopLines).FirstOrDefault(line => Alone(draft[line]) is not null) is { End: > 0 } line && line.End < draft.Paragraphs[^1].End) yield return line;
    }

    /// <summary>The date in a passage that <see cref="Find"/> found.</summary>
    public static string? Date(string removed) => Pattern().Match(removed) is { Success: true } match ? match.Groups[1].Value : Alone(removed);

    /// <summary>The day that is all a line says; null where it says more, or may mean another day.</summary>
    private static string? Alone(string line)
    {
        if (line.Length > LongestLine || !line.AsSpan().ContainsAnyInRange('0', '9') || WrittenDate.Find(line, null, null, out var place) is not { Precision: >= DatePrecision.Day } date) return null;
        // Chinese and Japanese write on without a space: 2月20日 and the words behind it are one token.
        var sign = line.AsSpan(0, place.End - 1).IndexOfAny('日', '일');
        if (sign >= 0 && char.IsLetter(line[sign + 1])) return null;
        return DateToken.Split(line[..place.Start]).Concat(DateToken.Split(line[place.End..])).All(IsBeside) ? date.Text : null;
    }

    private static bool IsBeside(DateToken token) => !token.IsNumber && (!token.Text.Any(char.IsLetter) || Beside.Contains(token.Text) || Calendar.Weekday(token.Text, null) is not null);

    private static IEnumerable<TextRange> Lines(Draft draft)
    {
        foreach (var (start, end) in draft.Paragraphs.Take(TopLines))
        {
            for (var from = start; from < end;)
            {
                var feed = draft.Text.IndexOf('\n', from, end - from);
                yield return new TextRange(from, feed < 0 ? end : feed);
                from = feed < 0 ? end : feed + 1;
            }
        }
    }

    [GeneratedRegex(@"^date:? (\d{4}-\d{2}-\d{2})(?=\s+[\p{Lu}\p{Lo}\p{Pi}""'(\d]|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
