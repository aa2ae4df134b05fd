using System.Globalization;
using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>A date as programs write it -> ISO 8601 as <see cref="PublicationDate"/> takes it: ISO in all its spellings, e-mail's form, seconds since 1970, and what people write.</summary>
internal static partial class MachineDate
{
    private const int LongestLength = 100;

    /// <summary>Null where the text holds no date.</summary>
    /// <param name="text">An attribute's value, or a few words.</param>
    /// <param name="dayFirst">How 02/03/2024 is meant.</param>
    public static string? Of(string? text, bool dayFirst)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > LongestLength) return null;
        if (PublicationDate.TryParse(text) is not null) return text;
        if (Epoch().IsMatch(text)) return OfEpoch(text);
        if (Iso().Match(text) is { Success: true } iso) return OfIso(iso);
        return WrittenDate.Find(text, language: null, dayFirst)?.Text;
    }

    private static string? OfEpoch(string digits)
    {
        var seconds = long.Parse(digits.AsSpan(0, 10), CultureInfo.InvariantCulture);
        return DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private static string? OfIso(Match iso)
    {
        var day = $"{iso.Groups["year"].Value}-{iso.Groups["month"].Value}-{iso.Groups["day"].Value}";
        if (iso.Groups["hour"].Success && PublicationDate.TryParse(day + "T" + Time(iso)) is { } time) return time.Text;
        return PublicationDate.TryParse(day)?.Text;
    }

    private static string Time(Match match)
    {
        var second = match.Groups["second"];
        var zone = match.Groups["zone"].ValueSpan.Trim();
        return match.Groups["hour"].Value + ":" + match.Groups["minute"].Value + (second.Success ? ":" + second.Value : "") + zone switch
        {
            [] => "",
            ['+' or '-', _, _] => zone.ToString() + ":00",
            ['+' or '-', _, _, _, _] => zone[..3].ToString() + ":" + zone[3..].ToString(),
            ['+' or '-', ..] => zone.ToString(),
            _ => "Z",
        };
    }

    [GeneratedRegex(@"^[12]\d{9}(?:\d{3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Epoch();

    [GeneratedRegex(
        @"^(?<year>(?:1[5-9]|20)\d\d)(?<s>-?)(?<month>\d\d)\k<s>(?<day>\d\d)(?:[T\s]+(?<hour>\d\d):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,]\d+)?)?\s*(?<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Iso();
}
