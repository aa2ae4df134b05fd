using System.Globalization;
using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>A date as programs write it -> no more than it says: ISO 8601 extended, basic and loose, RFC 822 and its heirs, C and JavaScript, seconds since 1970.</summary>
/// <remarks>
/// What is ISO 8601 already stays as it is, and what comes out is. All other forms are brought into the order in which people write dates and read as
/// such (<see cref="WrittenDate"/>); nothing but a weekday and what stands in brackets may be left over.
/// </remarks>
internal static partial class MachineDate
{
    private const int LongestLength = 100;

    /// <summary>Two digits of a year as RFC 2822 reads them: from here on they are of the century before.</summary>
    private const int FirstShortYear = 50;

    /// <summary>The date; null where the text is none that can be read without guessing.</summary>
    /// <param name="text">A field's value.</param>
    /// <param name="dayFirst">How 02/03/2024 is meant; null where unknown: then only the year is certain.</param>
    public static PublicationDate? Of(string? text, bool? dayFirst = null)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > LongestLength) return null;
        if (!Loose().IsMatch(text) && PublicationDate.TryParse(text) is { } known) return known;
        if (Epoch().Match(text) is { Success: true } epoch) return OfEpoch(epoch.Groups["seconds"].ValueSpan);
        text = Basic().Replace(text, "${year}-${month}-${day} ${hour}:${minute}:${second} ${zone}").Replace(": ", " ", StringComparison.Ordinal).TrimEnd(':', ' ');
        text = YearLast().Replace(text, "${day}${year} ${time}");
        text = ShortYear().Replace(text, WithCentury);
        var date = WrittenDate.Find(text, language: null, dayFirst, out var place);
        return date is not null && IsWeekday(text[..place.Start]) && Rest().IsMatch(text[place.End..]) ? date : null;
    }

    /// <summary>The first of the dates that can be read, and the rule that gave it; where none can, the first that cannot.</summary>
    public static (PublicationDate? Date, string? Rule) First(params IEnumerable<(string? Text, string Rule)> candidates)
    {
        string? unreadable = null;
        foreach (var (text, rule) in candidates)
        {
            if (Of(text) is { } date) return (date, rule);
            if (!string.IsNullOrWhiteSpace(text)) unreadable ??= PublicationDate.Unreadable + text.Trim();
        }
        return (null, unreadable);
    }

    private static PublicationDate? OfEpoch(ReadOnlySpan<char> digits)
    {
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        var instant = DateTimeOffset.FromUnixTimeSeconds(digits.Length > 11 ? number / 1000 : number);
        return PublicationDate.TryParse(instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private static string WithCentury(Match match)
    {
        var year = match.Groups["year"].Value;
        return match.Groups["date"].Value + (int.Parse(year, CultureInfo.InvariantCulture) < FirstShortYear ? "20" : "19") + year;
    }

    private static bool IsWeekday(string words) =>
        words.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries) is { Length: < 2 } parts && Array.TrueForAll(parts, word => Calendar.Weekday(word, language: null) is not null);

    /// <summary>1708437906, 1708437906.5, 1708437906123, /Date(1708437906123+0900)/.</summary>
    [GeneratedRegex(@"^(?:(?<seconds>[1-9]\d{8,9}|[1-9]\d{12})(?:\.\d+)?|\\?/?Date\((?<seconds>[1-9]\d{8,9}|[1-9]\d{11,12})(?:[+-]\d{4})?\)\\?/?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Epoch();

    /// <summary>A space for the T, an offset without colon.</summary>
    [GeneratedRegex(@"^\S{10} |:\d\d(?:\.\d+)?[+-]\d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    /// <summary>20240220, 20240220T140506Z, 20240220140506, 20020225T1430-0500.</summary>
    [GeneratedRegex(@"^(?<year>1[5-9]\d\d|20\d\d)(?<month>\d\d)(?<day>\d\d)(?:[T ]?(?<hour>\d\d):?(?<minute>\d\d)(?::?(?<second>\d\d))?(?:[.,]\d+)?\s*(?<zone>\S*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Basic();

    /// <summary>"Mon Jul  8 10:00:00 UTC 2013": the day, the time with its zone, the year.</summary>
    [GeneratedRegex(@"^(?<day>(?:\p{L}{3,9},?\s+)?\p{L}{3,9}\.?\s+\d{1,2},?\s+)(?<time>\d{1,2}:\d\d(?::\d\d)?(?:\s+[A-Za-z]{1,5})?)\s+(?<year>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    /// <summary>"1 Jan 04 19:48 EST", "3-Mar-99".</summary>
    [GeneratedRegex(@"^(?<date>(?:\p{L}{3,9}\.?,?\s+)?\d{1,2}[ -]\p{L}{3,9}\.?[ -])(?<year>\d\d)(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();

    /// <summary>What mail programs and browsers write behind the zone.</summary>
    [GeneratedRegex(@"^\s*\.?(?:\s*\([^)]*\)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();
}
