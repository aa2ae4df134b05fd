using System.Text.RegularExpressions;
using NewsSearch.Ingest.Metadata;

namespace NewsSearch.Ingest.Readers.Wires;

/// <summary>A byline -> the names in it: <c>By Ann Lee and Bob Ray, Political Correspondent</c> gives two.</summary>
internal static partial class Byline
{
    private const int LongestName = 60;

    public static IReadOnlyList<string> Names(params IEnumerable<string?> bylines) =>
        [.. bylines.SelectMany(byline => Split(byline)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Split(string? byline)
    {
        if (string.IsNullOrWhiteSpace(byline)) yield break;
        var text = Mail().Replace(byline, match => match.Groups["name"].Value);
        text = Tail().Replace(Opening().Replace(text.Trim(), ""), "");
        foreach (var person in Joint().Split(text))
        {
            var parts = person.Split([',', '\n']).Select(part => part.Trim(' ', '.', '*', '_', '-', '\t', '\r')).ToList();
            if (IsName(parts[0])) yield return parts[0];
            // Behind a comma stands another name, or what the person is.
            foreach (var name in parts.Skip(1))
            {
                if (IsName(name) && name.Contains(' ', StringComparison.Ordinal) && !Company().IsMatch(name)) yield return name;
            }
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName && char.IsLetter(name[0]) && !char.IsLower(name[0])
        && !name.Contains('@', StringComparison.Ordinal) && !name.Any(char.IsDigit) && !Office().IsMatch(name) && !Agencies.NamedIn(name).Any();

    /// <summary>RSS gives <c>ann@example.org (Ann Lee)</c>, mail <c>Ann Lee &lt;ann@example.org&gt;</c>.</summary>
    [GeneratedRegex(@"^\s*(?:\S+@\S+\s*\((?<name>[^)]+)\)|(?<name>[^<]+)<\S+@\S+>)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^(?:By|Von|Par|Por|De|Di|Text|Story by)\s*:?\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s+[/|]\s.*$|\s+\([^)]*\)\s*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*;\s*|,?\s+(?:and|und|et|y|og|och|ja|&)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    /// <summary>An office in place of a name.</summary>
    [GeneratedRegex(@"\b(?:Correspondents?|Editors?|Reporters?|Writers?|Staff|Chief|\w*Desk|Bureau|Newsroom|Newswire|Agency|Photographer|Television|TV)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Office();

    /// <summary>The paper or house that somebody writes for.</summary>
    [GeneratedRegex(@"\b(?:Press|News|Times|Post|Today|University|Institute|Network|Online|Magazine|Radio|Media|Service)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Company();
}
