using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Metadata;

/// <summary>Text -> the news agencies that it credits or names as source of a statement, under their short names, in order.</summary>
internal static partial class Agencies
{
    private static readonly (string Name, string[] Writings)[] Table =
    [
        ("AP", ["Associated Press", "AP"]),
        ("Reuters", ["Thomson Reuters", "Reuters"]),
        ("AFP", ["Agence France-Presse", "Agence France Presse", "AFP"]),
        ("KCNA", ["Korean Central News Agency", "KCNA"]),
        ("Tass", ["ITAR-TASS", "Itar-Tass", "TASS", "Tass"]),
        ("Xinhua", ["Xinhua"]),
        ("Interfax", ["Interfax"]),
        ("RIA Novosti", ["RIA Novosti", "RIA"]),
        ("DPA", ["Deutsche Presse-Agentur", "DPA", "dpa"]),
        ("EFE", ["Agencia EFE", "EFE"]),
        ("ANSA", ["ANSA"]),
        ("Kyodo", ["Kyodo News", "Kyodo"]),
        ("Yonhap", ["Yonhap"]),
        ("PTI", ["Press Trust of India", "PTI"]),
        ("ANI", ["Asian News International", "ANI"]),
        ("IANS", ["Indo-Asian News Service", "IANS"]),
        ("IRNA", ["Islamic Republic News Agency", "IRNA"]),
        ("ISNA", ["ISNA"]),
        ("UPI", ["United Press International", "UPI"]),
        ("Anadolu", ["Anadolu Agency", "Anadolu"]),
        ("SANA", ["Syrian Arab News Agency", "SANA"]),
        ("PA Media", ["PA Media", "Press Association"]),
        ("AAP", ["Australian Associated Press", "AAP"]),
        ("Canadian Press", ["The Canadian Press", "Canadian Press"]),
        ("Bernama", ["Bernama"]),
        ("Antara", ["Antara"]),
        ("WAFA", ["WAFA"]),
        ("MENA", ["Middle East News Agency"]),
        ("Bloomberg", ["Bloomberg News", "Bloomberg"]),
    ];

    private static readonly Dictionary<string, string> NameOf =
        Table.SelectMany(agency => agency.Writings, (agency, writing) => (writing, agency.Name)).ToDictionary(pair => pair.writing, pair => pair.Name, StringComparer.Ordinal);

    private static readonly Regex Writings = new(
        @"(?<![\w-])(?:" + string.Join('|', NameOf.Keys.OrderByDescending(writing => writing.Length).Select(Regex.Escape)) + @")(?![\w-])",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>How many characters before and after a name may hold what makes it a source.</summary>
    private const int Reach = 60;

    /// <summary>Every agency named, source or not.</summary>
    public static IEnumerable<string> NamedIn(string text) => Writings.Matches(text).Select(match => NameOf[match.Value]).Distinct();

    /// <summary>The short name of an agency; null where the name is none.</summary>
    public static string? ShortName(string name) => NameOf.GetValueOrDefault(name);

    /// <summary>Agencies named as the source of a statement, or between brackets in the first sentence.</summary>
    public static IEnumerable<string> SourcesIn(string text) =>
        Writings.Matches(text).Where(match => IsSource(text, match)).Select(match => NameOf[match.Value]).Distinct();

    private static bool IsSource(string text, Match name)
    {
        var before = text[Math.Max(0, name.Index - Reach)..name.Index];
        var end = name.Index + name.Length;
        var after = text[end..Math.Min(text.Length, end + Reach)];
        return ReportsAfter().IsMatch(after) || AttributedBefore().IsMatch(before) || (before.EndsWith('(') && after.StartsWith(')') && name.Index < 2 * Reach);
    }

    /// <summary>The reporting verb, after at most a bracket, a possessive or "news agency".</summary>
    [GeneratedRegex(
        @"^(?:\s*\([^()\n]{1,20}\))?[’']?s?,?(?: (?:state |state-run |official )?(?:news agency|newswire|wire service),?)?(?: (?:has |had |also |first |later |earlier |then |separately |previously )*)?\s*(?:reported|reports|said|says|quoted|cited|wrote|announced|carried|published|confirmed|noted)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex ReportsAfter();

    /// <summary>"according to", "told the", "reported by" and their like, with at most a few words of description up to the name.</summary>
    [GeneratedRegex(
        @"\b(?:according to|citing|quoted by|reported by|as told to|told|with information from|in an interview with|in a statement to|report (?:from|by)|reports (?:from|by)|statement carried by|carried by|cited by)(?: a report (?:from|by))?(?: [\w’'-]+){0,5},? $",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft | RegexOptions.IgnoreCase)]
    private static partial Regex AttributedBefore();
}
