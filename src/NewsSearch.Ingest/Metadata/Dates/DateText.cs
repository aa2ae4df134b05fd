using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>Which number of "3/4/2024" is the day.</summary>
internal enum DayOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>A date as people write it, found in a text.</summary>
/// <param name="Iso">ISO 8601 cut to what is known.</param>
/// <param name="Start">Where it stands.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct DateInText(string Iso, int Start, int End);

/// <summary>Running text -> the dates written in it: names of months in the common languages, numbers in the common orders.</summary>
internal static partial class DateText
{
    /// <summary>The dates in their order; impossible ones (31 February) are passed over.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="order">For dates of numbers that can be read both ways.</param>
    public static IEnumerable<DateInText> Find(string text, DayOrder order)
    {
        text = Plain(text);
        for (var match = Pattern().Match(text); match.Success;)
        {
            var iso = Iso(match, order);
            if (iso is not null) yield return new DateInText(iso, match.Index, match.Index + match.Length);
            match = Pattern().Match(text, iso is null ? match.Index + 1 : match.Index + match.Length);
        }
    }

    /// <summary>The first date; null where there is none.</summary>
    public static string? First(string text, DayOrder order)
    {
        foreach (var date in Find(text, order)) return date.Iso;
        return null;
    }

    private static string? Iso(Match match, DayOrder order)
    {
        var year = Year(match.Groups["year"].Value);
        int month, day;
        if (match.Groups["name"] is { Success: true } name)
        {
            if (MonthNames.Number(name.ValueSpan) is not { } number) return null;
            month = number;
            if (!match.Groups["day"].Success) return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");
            day = Number("day");
        }
        else if (match.Groups["month"].Success)
        {
            (month, day) = (Number("month"), Number("day"));
        }
        else
        {
            (day, month) = (Number("first"), Number("second"));
            var isMonthFirst = month > 12 || (day <= 12 && order == DayOrder.MonthFirst && match.Groups["separator"].ValueSpan[0] != '.');
            if (isMonthFirst) (day, month) = (month, day);
        }

        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")
            : null;

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static int Year(string written)
    {
        var year = int.Parse(written, CultureInfo.InvariantCulture);
        return written.Length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    /// <summary>Digits of Arabic and Persian as ASCII, and the two-word months of the Levant as one word; lengths stay as they are.</summary>
    private static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0600', '\u06FF')) return text;
        text = text
            .Replace("كانون الثاني", "يناير       ", StringComparison.Ordinal).Replace("كانون الأول", "ديسمبر     ", StringComparison.Ordinal)
            .Replace("تشرين الأول", "أكتوبر     ", StringComparison.Ordinal).Replace("تشرين الثاني", "نوفمبر      ", StringComparison.Ordinal);
        return string.Create(text.Length, text, static (plain, text) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = text[i] switch
                {
                    >= '\u0660' and <= '\u0669' => (char)(text[i] - '\u0660' + '0'),
                    >= '\u06F0' and <= '\u06F9' => (char)(text[i] - '\u06F0' + '0'),
                    '،' => ',',
                    _ => text[i],
                };
            }
        });
    }

    /// <summary>In this order: 2024-02-20; 20 février 2024; February 20, 2024; Feb 20 14:05:00 CET 2024; 2024年2月20日; 20.2.2024; February 2024.</summary>
    [GeneratedRegex(
        @"(?<![\d.])(?<year>(?:18|19|20)\d\d)(?<s>[-/.])(?<month>\d{1,2})\k<s>(?<day>\d{1,2})(?![\d])"
        + @"|(?<![\d.,])(?<day>\d{1,2})(?:st|nd|rd|th|er|re|\.|º|ª|°|-го|-е|ος|η)?[\s-]{0,3}(?:(?:de|of|di|del|d’|d')\s?)?(?<name>[\p{L}\p{M}]{2,15})[.,]{0,2}[\s-]{0,3}(?:(?:de|del|of|do)\s)?(?<year>(?:18|19|20)\d\d)(?!\d)"
        + @"|(?<![\p{L}\p{M}])(?<name>[\p{L}\p{M}]{3,12})\.?\s{1,3}(?<day>\d{1,2})(?:st|nd|rd|th)?[.,]?\s{1,3}(?<year>(?:18|19|20)\d\d)(?!\d)"
        + @"|(?<![\p{L}\p{M}])(?<name>\p{L}{3})\s+(?<day>\d{1,2})\s+\d\d:\d\d(?::\d\d)?(?:\s+[A-Z]{1,5})?\s+(?<year>(?:19|20)\d\d)(?!\d)"
        + @"|(?<year>(?:18|19|20)\d\d)\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]?"
        + @"|(?<![\d.,/-])(?<first>\d{1,2})\.\s?(?<second>\d{1,2})(?<separator>\.)\s?(?:(?<year>\d\d)(?=\d\d:\d\d)|(?<year>(?:19|20)\d\d|\d\d)(?![\d.]\d|\d))"
        + @"|(?<![\d./-])(?<first>\d{1,2})(?<separator>[/-])(?<second>\d{1,2})\k<separator>(?<year>(?:19|20)\d\d|\d\d)(?![\d/-])"
        + @"|(?<![\p{L}\p{M}])(?<name>[\p{L}\p{M}]{3,12})\.?,?\s{1,2}(?:de\s)?(?<year>(?:18|19|20)\d\d)(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
