using System.Globalization;
using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>The place and day before a report's first words -> its date: <c>OSLO, Tuesday, Feb. 20 (Reuters) - </c>.</summary>
/// <remarks>
/// Where it names no year, another date must: one that is known to the year or month. A weekday tells whether that year, or the one
/// before, is right, because a copyright notice may be younger than the report.
/// </remarks>
internal static partial class Dateline
{
    /// <summary>A longer beginning is no dateline.</summary>
    private const int LongestLength = 120;

    /// <summary>The day; null where the text has no dateline, or nothing tells the year.</summary>
    /// <param name="body">The text.</param>
    /// <param name="language">Its language, if known.</param>
    /// <param name="known">What is known of the date otherwise: a year, or a month.</param>
    public static PublicationDate? Find(string body, string? language, PublicationDate? known)
    {
        if (Head().Match(body[..Math.Min(body.Length, LongestLength)]) is not { Success: true } head) return null;
        var text = head.Groups["date"].Value;
        var tokens = DateToken.Split(text);
        if (!tokens.TrueForAll(token => IsPart(token, language)) || !(tokens[^1].IsNumber || tokens[^1].Text == "." || Calendar.Month(tokens[^1].Text, language) > 0)) return null;
        if (WrittenDate.Find(text, language) is { Precision: >= DatePrecision.Day } written) return written;
        if (known is null || known.Precision >= DatePrecision.Day) return null;
        var (month, day, weekday) = MonthAndDay(tokens, language);
        if (month == 0) return null;
        for (var year = known.FirstDay.Year; year >= known.FirstDay.Year - (weekday is null ? 0 : 1); year--)
        {
            if (day > DateTime.DaysInMonth(year, month)) continue;
            var date = new DateOnly(year, month, day);
            if ((weekday is not null && date.DayOfWeek != weekday) || (known.Precision == DatePrecision.Month && date.Month != known.FirstDay.Month)) continue;
            return PublicationDate.TryParse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        return null;
    }

    /// <summary>Numbers, names of months and weekdays, a country; no verb.</summary>
    private static bool IsPart(DateToken token, string? language) =>
        !token.IsWord || char.IsUpper(token.Text[0]) || token.Text is "de" or "th" or "st" or "nd" or "rd"
        || Calendar.Month(token.Text, language) > 0 || Calendar.Weekday(token.Text, language) is not null;

    private static (int Month, int Day, DayOfWeek? Weekday) MonthAndDay(List<DateToken> tokens, string? language)
    {
        var weekday = tokens.Where(token => token.IsWord).Select(token => Calendar.Weekday(token.Text, language)).FirstOrDefault(day => day is not null);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].IsWord || Calendar.Month(tokens[at].Text, language) is not (> 0 and var month)) continue;
            foreach (var near in new[] { at + 1, at + 2, at - 1, at - 2 })
            {
                if (near >= 0 && near < tokens.Count && tokens[near].Number is >= 1 and <= 31) return (month, tokens[near].Number, weekday);
            }
        }
        return (0, 0, null);
    }

    /// <summary>A place with a capital, perhaps its country, the date, an agency in brackets, and a dash.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{M} .'’/-]{1,40},\s+(?<date>(?=[^()–—\n]{0,60}\d)[\p{L}\p{M}\d .,]{4,70}?)\s*(?:\([\p{L} ./&-]{2,40}\)\s*)?(?:–|—|--|-)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
