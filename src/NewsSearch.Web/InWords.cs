using System.Globalization;
using NewsSearch.Archive;
using NewsSearch.Archive.Reading;

namespace NewsSearch.Web;

/// <summary>Numbers, dates and sizes -> the words of the pages. The only place that formats.</summary>
internal static class InWords
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>1374151 -> "1,374,151".</summary>
    public static string Number(long number) => number.ToString("N0", Culture);

    /// <summary>1.23456 -> "1.235".</summary>
    public static string Score(double score) => score.ToString("F3", Culture);

    /// <summary>0.844 -> "84 %".</summary>
    public static string Share(double share) => share.ToString("0 %", Culture);

    /// <summary>0.0123 -> "12.3": of a thousand, as exactly as its size deserves.</summary>
    public static string PerThousand(double share) => Measure(share * 1000);

    /// <summary>1234.5 -> "1,235", 12.34 -> "12.3", 0.1234 -> "0.12", 0.0001234 -> "0.0001".</summary>
    public static string Measure(double value) => value.ToString(value switch { >= 100 => "N0", >= 1 => "0.#", >= 0.01 => "0.##", _ => "0.####" }, Culture);

    /// <summary>"no articles", "1 article", "37 articles".</summary>
    public static string Count(long number, string noun, string? plural = null) =>
        number == 1 ? "1 " + noun : (number == 0 ? "no" : Number(number)) + " " + (plural ?? noun + "s");

    /// <summary>"filter", "4 filters": for what surely is there.</summary>
    public static string Several(long number, string noun) => number == 1 ? noun : Count(number, noun);

    /// <summary>"20 Feb 2024", "Feb 2024, day unknown", "2024, month unknown", "no date".</summary>
    public static string ShortDate(PublicationDate? date) => Date(date, "MMM");

    /// <summary>As <see cref="ShortDate"/>, with the month in full and the time where it is known.</summary>
    public static string LongDate(PublicationDate? date) => date is { Precision: DatePrecision.Time }
        ? Date(date, "MMMM") + date.First.ToString(", HH:mm", Culture) + Offset(date.First.Offset)
        : Date(date, "MMMM");

    /// <summary>The value of a <c>datetime</c> attribute; null where there is no date.</summary>
    public static string? MachineDate(PublicationDate? date) => date?.Precision switch
    {
        null => null,
        DatePrecision.Time => date.First.ToString("yyyy-MM-dd'T'HH:mm:sszzz", Culture),
        _ => date.Text,
    };

    /// <summary>An instant, as "21 November 2026, 22:15 UTC".</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", Culture);

    /// <summary>A value of the date facet inside its year: "February", "20 February", "month unknown".</summary>
    public static string PeriodInYear(string value) =>
        value.Length == "2024-XX".Length && value.EndsWith("-XX", StringComparison.Ordinal) ? "month unknown" : PeriodInWords.Of(value).Replace(" " + value[..4], "", StringComparison.Ordinal);

    /// <summary>"317 bytes", "4.2 MB".</summary>
    public static string Size(long byteLength) => byteLength switch
    {
        < 1_000 => Count(byteLength, "byte"),
        < 1_000_000 => (byteLength / 1e3).ToString("0.0 'kB'", Culture),
        < 1_000_000_000 => (byteLength / 1e6).ToString("0.0 'MB'", Culture),
        _ => (byteLength / 1e9).ToString("0.0 'GB'", Culture),
    };

    /// <summary>"less than a millisecond", "12 ms".</summary>
    public static string Took(double milliseconds) => milliseconds < 1 ? "less than a millisecond" : Number((long)Math.Round(milliseconds)) + " ms";

    /// <summary>With a capital at its beginning.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A text cut for a heading, never inside a surrogate pair.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
    }

    /// <summary>A sentence in pieces; those written from right to left are to be isolated.</summary>
    public static IEnumerable<(string Text, bool IsIsolated)> Directions(string text)
    {
        var at = 0;
        foreach (var stretch in RightToLeft.Stretches(text))
        {
            if (stretch.Start > at) yield return (text[at..stretch.Start], false);
            yield return (text[stretch.Start..stretch.End], true);
            at = stretch.End;
        }

        if (at < text.Length) yield return (text[at..], false);
    }

    private static string Date(PublicationDate? date, string month) => date?.Precision switch
    {
        null => "no date",
        DatePrecision.Year => date.FirstDay.ToString("yyyy", Culture) + ", month unknown",
        DatePrecision.Month => date.FirstDay.ToString(month + " yyyy", Culture) + ", day unknown",
        _ => date.FirstDay.ToString("d " + month + " yyyy", Culture),
    };

    private static string Offset(TimeSpan offset) =>
        offset == TimeSpan.Zero ? " UTC" : (offset < TimeSpan.Zero ? " UTC−" : " UTC+") + offset.ToString("hh':'mm", Culture);
}
