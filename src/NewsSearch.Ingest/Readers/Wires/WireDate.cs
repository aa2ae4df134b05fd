using System.Globalization;
using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Readers.Wires;

/// <summary>Dates as feeds and agencies write them -> ISO 8601 as far as they are known: RFC 822 and ISO, extended, basic or loose.</summary>
internal static partial class WireDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    private const string ZoneNames =
        "UT 0,UTC 0,GMT 0,EST -5,EDT -4,CST -6,CDT -5,MST -7,MDT -6,PST -8,PDT -7,BST 1,WET 0,WEST 1,CET 1,CEST 2,MEZ 1,MESZ 2,EET 2,EEST 3,MSK 3,JST 9,KST 9,AEST 10,AEDT 11";

    /// <summary>Hours from UTC of the zones that RFC 822 names, and of some that are used all the same.</summary>
    private static readonly Dictionary<string, int> Zones = ZoneNames.Split(',').Select(zone => zone.Split(' '))
        .ToDictionary(zone => zone[0], zone => int.Parse(zone[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The date; null where the text is none.</summary>
    public static PublicationDate? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 60) return null;
        var match = Iso().Match(text);
        if (!match.Success) match = Basic().Match(text);
        if (!match.Success) match = Rfc().Match(text);
        if (!match.Success) match = MonthFirst().Match(text);
        return match.Success ? PublicationDate.TryParse(Written(match)) : null;
    }

    /// <summary>The first of the dates that can be read, and the rule that gave it; where none can, the first that cannot.</summary>
    public static (PublicationDate? Date, string? Rule) First(params IEnumerable<(string? Text, string Rule)> candidates)
    {
        string? unreadable = null;
        foreach (var (text, rule) in candidates)
        {
            if (Parse(text) is { } date) return (date, rule);
            if (!string.IsNullOrWhiteSpace(text)) unreadable ??= PublicationDate.Unreadable + text.Trim();
        }
        return (null, unreadable);
    }

    private static string Written(Match match)
    {
        var year = Year(match.Groups["year"].Value);
        var month = match.Groups["month"].Value;
        if (month.Length == 0) return year;
        if (char.IsAsciiLetter(month[0])) month = (Months.IndexOf(month[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3 + 1).ToString("00", CultureInfo.InvariantCulture);
        var day = match.Groups["day"].Value;
        if (day.Length == 0) return $"{year}-{month.PadLeft(2, '0')}";
        var date = $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        if (!match.Groups["hour"].Success) return date;
        var seconds = match.Groups["second"].Value;
        var fraction = match.Groups["fraction"].Value;
        return $"{date}T{match.Groups["hour"].Value.PadLeft(2, '0')}:{match.Groups["minute"].Value}"
            + (seconds.Length > 0 ? ":" + seconds : "") + (seconds.Length > 0 && fraction.Length is > 0 and <= 7 ? "." + fraction : "")
            + Zone(match.Groups["zone"].Value);
    }

    /// <summary>Two digits as RFC 2822 reads them.</summary>
    private static string Year(string year) => year.Length switch
    {
        2 => (int.Parse(year, CultureInfo.InvariantCulture) < 50 ? "20" : "19") + year,
        _ => year,
    };

    private static string Zone(string zone)
    {
        zone = zone.Trim();
        if (zone.Length > 3 && Zones.ContainsKey(zone[..3]) && zone[3] is '+' or '-') zone = zone[3..];
        if (zone is "Z" or "z") return "Z";
        if (zone is ['+' or '-', ..])
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
            return $"{zone[0]}{digits[..2]}:{digits[2..4]}";
        }
        return Zones.TryGetValue(zone, out var hours) ? $"{(hours < 0 ? '-' : '+')}{Math.Abs(hours):00}:00" : "";
    }

    private const string Time = @"(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:[.,](?<fraction>\d+))?)?";
    private const string ZonePattern = @"(?<zone>[A-Za-z]{0,4}\s*[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Za-z]{1,5})?";
    private const string MonthName = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

    [GeneratedRegex(@"^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:(?:T|\s+)" + Time + @"\s*" + ZonePattern + ")?)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T?(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?<second>[0-5]\d)?(?:[.,]\d+)?\s*" + ZonePattern + ")?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Basic();

    [GeneratedRegex(@"^(?:[a-z]{3,9}\.?,?\s+)?(?<day>[0-3]?\d)[\s-]+" + MonthName + @"\.?[\s-]+(?<year>\d{4}|\d{2})(?:,?\s+" + Time + @"\s*" + ZonePattern + @"(?:\s*\([^)]*\))?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rfc();

    [GeneratedRegex(@"^(?:[a-z]{3,9},?\s+)?" + MonthName + @"\.?\s+(?<day>[0-3]?\d)(?:,|\s)\s*(?:" + Time + @"\s+" + ZonePattern + @"\s*)?(?<year>\d{4})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();
}
