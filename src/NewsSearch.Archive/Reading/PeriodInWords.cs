using System.Globalization;

namespace NewsSearch.Archive.Reading;

/// <summary>Dates cut to what is known -> words.</summary>
public static class PeriodInWords
{
    private const string Unknown = "-XX";

    /// <summary>"2024", "February 2024", "20 February 2024", "2024, month unknown"; what is no such date stays as it is.</summary>
    public static string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.EndsWith(Unknown, StringComparison.Ordinal) && Form(value[..^Unknown.Length]) is { } cut)
            return cut + (value.Length == "2024-XX".Length ? ", month unknown" : ", day unknown");
        return Form(value) ?? value;
    }

    /// <summary>"February 2024", "from 1 February 2024 to 20 February 2024", "since February 2024", "until 2024". Not both are null.</summary>
    public static string Between(string? from, string? to) => (from, to) switch
    {
        (null, _) => "until " + Of(to!),
        (_, null) => "since " + Of(from),
        _ => from == to ? Of(from) : $"from {Of(from)} to {Of(to)}",
    };

    private static string? Form(string value) => PublicationDate.TryParse(value) is { Precision: not DatePrecision.Time } date
        ? date.FirstDay.ToString(date.Precision switch { DatePrecision.Year => "yyyy", DatePrecision.Month => "MMMM yyyy", _ => "d MMMM yyyy" }, CultureInfo.InvariantCulture)
        : null;
}
