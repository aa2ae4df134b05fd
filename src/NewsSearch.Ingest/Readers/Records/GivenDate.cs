using System.Globalization;
using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Readers.Records;

/// <summary>A date as programs write it (ISO 8601 in its looser forms, RFC 5322, seconds since 1970, English months) -> no more than it says.</summary>
internal static partial class GivenDate
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = "+00:00",
        ["UTC"] = "+00:00",
        ["UT"] = "+00:00",
        ["Z"] = "+00:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
        ["CET"] = "+01:00",
        ["CEST"] = "+02:00",
        ["BST"] = "+01:00",
    };

    private static readonly string[] Days = ["d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "d-MMM-yyyy", "yyyy/M/d", "yyyy.M.d", "d.M.yyyy", "yyyyMMdd", "yyyy-M-d"];
    private static readonly string[] Months = ["MMM yyyy", "MMMM yyyy"];

    /// <summary>The date; null where the text is none that can be read without guessing.</summary>
    public static PublicationDate? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100) return null;
        text = text.Trim();
        if (PublicationDate.TryParse(text) is { } known) return known;
        if (text.All(char.IsAsciiDigit) && text.Length is 9 or 10 or 13) return OfSeconds(text);
        if (Slashed().Match(text) is { Success: true } slashed) return OfSlashed(slashed);
        var match = Parts().Match(text);
        if (!match.Success) return null;
        var date = Clean(match.Groups["date"].Value);
        if (DateOnly.TryParseExact(date, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return PublicationDate.TryParse(month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        if (!DateOnly.TryParseExact(date, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Time(match) is { } time ? PublicationDate.TryParse(iso + "T" + time) : PublicationDate.TryParse(iso);
    }

    private static PublicationDate? OfSeconds(string digits)
    {
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        var instant = DateTimeOffset.FromUnixTimeSeconds(digits.Length == 13 ? number / 1000 : number);
        return PublicationDate.TryParse(instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>Which of two small numbers is the month nobody can tell: then only the year is certain.</summary>
    private static PublicationDate? OfSlashed(Match match)
    {
        var (first, second, year) = (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[3].Value);
        if (first <= 12 && second <= 12 && first != second) return PublicationDate.TryParse(year);
        var (month, day) = first > 12 ? (second, first) : (first, second);
        return PublicationDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}"));
    }

    /// <summary>Without the dots, commas and ordinal endings of written dates; dates in numbers as they are.</summary>
    private static string Clean(string date) => !date.Any(char.IsLetter) ? date
        : string.Join(' ', Ordinal().Replace(date, "").Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Select(word => word is "Sept" or "sept" ? "Sep" : word));

    private static string? Time(Match match)
    {
        if (!match.Groups["hour"].Success) return null;
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var half = match.Groups["half"].Value.ToUpperInvariant();
        if (half is "PM" && hour < 12) hour += 12;
        if (half is "AM" && hour == 12) hour = 0;
        var zone = match.Groups["zone"].Value;
        var offset = zone.Length == 0 ? "" : Zones.TryGetValue(zone, out var known) ? known : zone is ['+' or '-', ..] ? zone[..3] + ":" + zone[^2..] : "";
        var second = match.Groups["second"].Success ? match.Groups["second"].Value : "00";
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{match.Groups["minute"].Value}:{second}{offset}");
    }

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,2})/(\d{4})(?:\D.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    /// <summary>Weekday, date, time, half of the day, zone, and what mail programs write after it between brackets.</summary>
    [GeneratedRegex(
        @"^(?:\p{L}+,?\s+(?=\d|\p{L}+\.?\s+\d{1,2},))?(?<date>\d{8}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:st|nd|rd|th)?[ -]\p{L}+\.?[ ,-]+\d{4}|\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\p{L}+ \d{4})(?:(?:T|,? (?:at )?)(?<hour>\d{1,2}):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:\.\d+)?)?\s*(?<half>[AaPp][Mm])?\s*(?<zone>Z|[A-Za-z]{2,4}|[+-]\d\d:?\d\d)?(?:\s*\([^)]*\))?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?<=\d)(?:st|nd|rd|th)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
