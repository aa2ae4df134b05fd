using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Metadata;

/// <summary>Bylines as sources write them -> the authors, and the agencies named beside them.</summary>
/// <remarks>"By Ann Lee and John Roe, Reuters" names two authors and an agency; roles, addresses and outlets are no authors.</remarks>
/// <param name="Authors">Names, each once, in order.</param>
/// <param name="Agencies">Short names of agencies.</param>
internal readonly partial record struct Byline(IReadOnlyList<string> Authors, IReadOnlyList<string> Agencies)
{
    /// <summary>A longer part is no name.</summary>
    private const int LongestName = 60;

    private const int MostWords = 6;

    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "staff", "staff writer", "staff writers", "staff reporter", "staff report", "staff reports", "reporter", "reporters", "correspondent", "senior correspondent", "chief correspondent",
        "writer", "senior writer", "senior reporter", "editor", "editors", "senior editor", "associate editor", "managing editor", "executive editor", "political editor", "deputy editor",
        "editor-in-chief", "editor in chief", "the editors", "editorial board", "the editorial board", "editorial", "contributor", "contributors", "contributing writer", "columnist",
        "opinion contributor", "opinion columnist", "guest contributor", "guest writer", "guest", "author", "authors", "producer", "associate producer", "photographer", "freelance", "freelancer",
        "news desk", "newsroom", "web desk", "online desk", "desk", "admin", "administrator", "webmaster", "user", "anonymous", "unknown", "none", "n/a", "agencies", "news agencies", "agency",
        "wire services", "wire reports", "from wire reports", "own correspondent", "our correspondent", "special correspondent", "special to", "redaktion", "die redaktion", "rédaction", "la rédaction",
        "redacción", "la redacción", "redazione", "redação", "da redação", "redactie", "redacción digital", "редакция", "jr.", "jr", "sr.", "ii", "iii", "phd", "ph.d.", "md", "m.d.", "esq.");

    /// <summary>What begins a line that is a byline.</summary>
    public static bool IsByline(string line) =>
        line.Length <= 2 * LongestName && Beginning().IsMatch(line) && !line.EndsWith('.') && Read([line]) is { Authors.Count: > 0 } read && read.Authors.All(IsPersonal);

    /// <summary>Whether a line is nothing but names of people: "Ann Lee, and John Roe".</summary>
    public static bool AreNames(string line) =>
        line.Length <= 2 * LongestName && Joints().Split(line).Where(part => part.Length > 0 && part != "and").All(part => PersonalName().IsMatch(part) && IsName(part, outlet: null));

    /// <param name="written">One byline or several, or names.</param>
    /// <param name="outlet">The article's outlet; it is not its own author.</param>
    public static Byline Read(IEnumerable<string> written, string? outlet = null)
    {
        List<string> authors = [], agencies = [];
        foreach (var part in written.SelectMany(Parts).Select(Tidy))
        {
            if (AgencyNamed(part) is { } agency) agencies.Add(agency);
            else if (IsName(part, outlet)) authors.Add(part);
        }
        return new([.. authors.Distinct(StringComparer.Ordinal)], [.. agencies.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>"Lee, Ann" is one name, turned round; everything else with a comma is several.</summary>
    private static IEnumerable<string> Parts(string byline) =>
        TurnedRound().Match(byline.Trim()) is { Success: true } name && AgencyNamed(name.Groups[2].Value) is null && IsName(name.Groups[2].Value, outlet: null)
            ? [name.Groups[2].Value + " " + name.Groups[1].Value]
            : Joints().Split(Addresses().Replace(Beginning().Replace(byline, ""), " "));

    private static string? AgencyNamed(string part) => Metadata.Agencies.ShortName(part.StartsWith("The ", StringComparison.Ordinal) ? part[4..] : part);

    private static bool IsName(string part, string? outlet) =>
        part.Length is > 1 and <= LongestName && part.Count(c => c == ' ') < MostWords && part.Any(char.IsLetter) && !part.Any(c => char.IsDigit(c) || c is '_' or '{' or '<' or '=')
        && !Roles.Contains(part) && !Role().IsMatch(part) && !part.StartsWith("special to ", StringComparison.OrdinalIgnoreCase)
        && (outlet is null || OutletTable.KeyOf(part) != OutletTable.KeyOf(outlet))
        && OutletTable.Shared.ByName(part) is null;

    private static bool IsPersonal(string name) => name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]);

    private static string Tidy(string part) => TextLayout.OneLine(part).Trim(' ', '"', '“', '”', '\'', '-', '–', '—', ':', '·', '•', '*', '(', ')');

    [GeneratedRegex(@"^\s*(?:(?:written |reported |story |posted |analysis |opinion )?by|von|par|por|door|af|av)\b:?\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^(?:and )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalName();

    /// <summary>Chief Political Correspondent.</summary>
    [GeneratedRegex(@"\s(?:reporter|correspondent|editor|writer|producer|columnist|contributor|photographer|analyst|journalist|fellow)s?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}\.?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedRound();

    /// <summary>E-mail addresses, links, names of accounts.</summary>
    [GeneratedRegex(@"\S+@\S+|@\w+|https?://\S+|www\.\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\s*[,;|/•·]\s*|\s+(?:and|und|et|og|och|&|with|for)\s+|\s[-–—]\s|\(|\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joints();
}
