using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;

namespace NewsSearch.Bench.Hostile;

/// <summary>Addresses that no reader follows: every route and parameter with what does not belong there.</summary>
/// <param name="random">Where they come from.</param>
/// <param name="ids">Some ids of the archive.</param>
/// <param name="values">Some values of its facets.</param>
internal sealed class HostileUrls(Random random, IReadOnlyList<string> ids, IReadOnlyList<string> values)
{
    /// <summary>What must never become an element or an attribute.</summary>
    public const string Marker = "x-evil";

    private const int MostParameters = 8, LongestText = 9000;

    private static readonly string[] Markup =
    [
        $"<{Marker}>", $"\"><{Marker} {Marker}=\"1", $"'><{Marker} {Marker}='1", $"\" {Marker}=\"1", $"' {Marker}='1", $"</script><{Marker}>", $"</title><{Marker}>", $"--><{Marker}>", $"]]><{Marker}/>",
        $"</textarea></template><{Marker}>", $"&lt;{Marker}&gt;", $"&#60;{Marker}&#62;", $"\\u003c{Marker}\\u003e", $"javascript:{Marker}", $"=cmd|' /C {Marker}'!A0", $"\r\nX-Evil: {Marker}", $"<svg><{Marker}>", "{{7*7}}", "${7*7}", $"//{Marker}.example/", $"\\\\{Marker}.example\\",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1", "2", "007", "10", "100", "101", "9999999", "10000000", "2147483647", "2147483648", "9223372036854775807", "99999999999999999999", "1e9", "1.5", "NaN", "٣", " 5", "0x10", "+3", "1,000"];

    private static readonly string[] Dates = ["2024", "2024-02", "2024-02-30", "2024-13", "0001-01-01", "0000", "9999-12-31", "9999", "-2024", "2024-XX", "2024-02-XX", "2024-02-20T25:61", "20240220", "2024-2-1", "2023-01..2024", "..", "yesterday", "२०२४"];

    private static readonly string[] Words = ["", " ", "the", "war", "a", "president OR senate", "\"white house\"", "(none)", "*", "-", "any", "all", "newest", "relevance", "name", "1", "person:", "date:2016-XX", "said:\"the", "AND NOT OR", "title:(a OR b) -c", "outlet:\"\"", "lang:en", "..", "../../etc/passwd", "CON", "null", "undefined", "%s%n", "' OR 1=1 --"];

    private static readonly string[] Names =
    [
        "q", "match", "sort", "page", "size", "from", "to", "snippet", "more", "explain", "at", "hit", "removed", "find", "by", "part", "id",
        "all", "phrase", "any", "none", "near", "within", "title", "said", "Q", "q[]", "page[$gt]", "", "__proto__", Marker, .. FacetNames.All, .. FacetNames.All.Select(facet => "-" + facet),
    ];

    public string Next()
    {
        var url = new StringBuilder(Path());
        var separator = '?';
        for (var count = random.Next(MostParameters + 1); count > 0; count--)
        {
            url.Append(separator).Append(Escaped(Pick(Names))).Append(random.Next(20) == 0 ? "" : "=").Append(Escaped(Value()));
            separator = '&';
        }

        return random.Next(50) == 0 ? url.Append(random.Next(2) == 0 ? "&&=&%" : "?#" + Marker).ToString() : url.ToString();
    }

    private string Path() => random.Next(22) switch
    {
        < 5 => "/",
        5 or 6 => "/article/" + Segment(ids),
        7 or 8 => $"/entity/{Kind()}/{Segment(values)}",
        9 or 10 => "/facet/" + Kind(),
        11 or 12 => "/search.json",
        13 => $"/search.{Pick([.. ArticleFormat.All.Select(format => format.Extension), "exe", ""])}",
        14 => $"/cite/{Pick([.. ArticleFormat.All.Select(format => format.Name), "doc"])}/{Segment(ids)}",
        15 => "/suggest",
        16 => "/search.atom",
        17 => "/compose",
        18 => Pick(["/help", "/status", "/opensearch.xml", "/robots.txt", "/health/live", "/health/ready", "/openapi.json"]),
        19 => Pick(["/sitemap.xml", "/sitemap/1.xml", "/sitemap/" + Escaped(Value())]),
        20 => "/error/" + Escaped(random.Next(2) == 0 ? Pick(Numbers) : $"{random.Next(700)}"),
        _ => Pick(["/", "//", "/files/", "/site.css", "/story/", "/.git/", "/%2e%2e/", "/article", "/entity/", "/Article/", "/search"]) + Escaped(Value()),
    };

    private string Kind() => random.Next(4) == 0 ? Escaped(Value()) : Pick(FacetNames.All);

    private string Segment(IReadOnlyList<string> known) => random.Next(3) == 0 ? Escaped(Value()) : Uri.EscapeDataString(Pick(known));

    private string Value() => random.Next(24) switch
    {
        < 5 => Pick(Markup),
        < 8 => Pick(Numbers),
        < 11 => Pick(Dates),
        < 15 => Pick(Words),
        < 18 => Pick(values),
        18 => Pick(ids),
        19 => Nonsense(random.Next(1, 40)),
        20 => random.Next(4) == 0 ? Nonsense(random.Next(LongestText)) : Pick(Words),
        21 => new string((char)random.Next(1, 0x250), random.Next(4) == 0 ? random.Next(LongestText) : 20),
        22 => random.Next(4) == 0 ? Pick(HostileQueries.All).Query : Pick(Words) + Pick(Markup),
        _ => Pick(Words) + " " + Pick(Words),
    };

    private string Nonsense(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(4 * 4) switch
    {
        (char)0 => (char)random.Next(0x20),
        (char)1 => (char)random.Next(0xD800, 0xE000), // half a character
        (char)2 => (char)random.Next(0x0590, 0x0700),
        (char)3 => (char)random.Next(0x2000, 0x2100),
        (char)4 => (char)random.Next(0xFFFF),
        _ => (char)random.Next(0x20, 0x7F),
    }));

    /// <summary>Escaped well, or in one of the ways in which addresses are broken.</summary>
    private string Escaped(string text) => random.Next(12) switch
    {
        0 => Uri.EscapeDataString(Uri.EscapeDataString(text)),
        1 => Raw(text),
        2 => Uri.EscapeDataString(text) + Pick(["%", "%z", "%zz", "%u0041", "%E4%B8", "%ff", "%C0%AF", "%00", "%0d%0aX-Evil:1", "%2f", "%ED%A0%80"]),
        3 => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal),
        _ => Uri.EscapeDataString(text),
    };

    // Only what cannot travel in a request line is escaped.
    private static string Raw(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value is > 0x20 and < 0x7F and not '#' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
