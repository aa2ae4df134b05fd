using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Readers.Wires.Newswire;

/// <summary>Codes of the IPTC's subjects and media topics -> the section that their first two digits stand for.</summary>
internal static partial class SubjectCode
{
    private static readonly string[] Sections =
    [
        "Arts and culture", "Crime and law", "Disasters", "Business", "Education", "Environment", "Health", "Human interest", "Labour",
        "Lifestyle", "Politics", "Religion", "Science and technology", "Society", "Sport", "Conflict", "Weather",
    ];

    /// <summary>The section; null where the code is none of them.</summary>
    public static string? Section(string? code) =>
        code is not null && Code().Match(code) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, null) is var number && number >= 1 && number <= Sections.Length
            ? Sections[number - 1]
            : null;

    [GeneratedRegex(@"^(?:\w+:)?([01]\d)\d{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
