using System.Globalization;

namespace NewsSearch.Archive;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Only the year.</summary>
    Year,

    /// <summary>Year and month.</summary>
    Month,

    /// <summary>The day.</summary>
    Day,

    /// <summary>Day and time, with the offset as printed (UTC where none was printed).</summary>
    Time,
}

/// <summary>An ISO 8601 date cut to what is known: <c>2024</c>, <c>2024-02</c>, <c>2024-02-20</c>, <c>2024-02-20T14:05+09:00</c>.</summary>
/// <remarks>Keeps the text as printed; stands for the interval [First, Last] of instants and for local days [FirstDay, LastDay].</remarks>
public sealed record PublicationDate
{
    /// <summary>What stands in <see cref="Article.PublishedBy"/> before a given date that no reader understood: the text may still be read as people write dates.</summary>
    public const string Unreadable = "unreadable: ";

    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK",
    ];

    private PublicationDate(string text, DatePrecision precision, DateOnly firstDay, DateOnly lastDay, DateTimeOffset first, DateTimeOffset last)
    {
        Text = text;
        Precision = precision;
        FirstDay = firstDay;
        LastDay = lastDay;
        First = first;
        Last = last;
    }

    /// <summary>The date as printed.</summary>
    public string Text { get; }

    /// <summary>How much is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>First local day it may be.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Last local day it may be.</summary>
    public DateOnly LastDay { get; }

    /// <summary>First instant it may be.</summary>
    public DateTimeOffset First { get; }

    /// <summary>Last instant it may be, to the second.</summary>
    public DateTimeOffset Last { get; }

    /// <summary>Reads a date; null where <paramref name="text"/> is none.</summary>
    public static PublicationDate? TryParse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (text.Length == 4 && Exact(text, "yyyy", out var year))
            return Days(text, DatePrecision.Year, year, year.AddYears(1).AddDays(-1));
        if (text.Length == 7 && Exact(text, "yyyy-MM", out var month))
            return Days(text, DatePrecision.Month, month, month.AddMonths(1).AddDays(-1));
        if (text.Length == 10 && Exact(text, "yyyy-MM-dd", out var day))
            return Days(text, DatePrecision.Day, day, day);
        if (!DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return null;
        var local = DateOnly.FromDateTime(instant.DateTime);
        return new PublicationDate(text, DatePrecision.Time, local, local, instant, instant);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool Exact(string text, string form, out DateOnly date) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year < 9999;

    private static PublicationDate Days(string text, DatePrecision precision, DateOnly first, DateOnly last) =>
        new(text, precision, first, last,
            new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            new DateTimeOffset(last.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero));
}
