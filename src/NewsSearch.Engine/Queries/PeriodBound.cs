using System.Globalization;

namespace NewsSearch.Engine.Queries;

/// <summary>An ISO date cut to what is known (<c>2024</c>, <c>2024-02</c>, <c>2024-02-20</c>) -> its first and last day.</summary>
public static class PeriodBound
{
    private static readonly string[] Shapes = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>The first day; null where the text is no such date.</summary>
    public static DateOnly? FirstDay(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The last day; null where the text is no such date.</summary>
    public static DateOnly? LastDay(ReadOnlySpan<char> text) => (FirstDay(text), text.Length) switch
    {
        ({ } first, 4) => new DateOnly(first.Year, 12, 31),
        ({ } first, 7) => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
        (var first, _) => first,
    };
}
