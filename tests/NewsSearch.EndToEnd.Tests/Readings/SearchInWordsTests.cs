using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Embedded;
using NewsSearch.Engine.Queries;

namespace NewsSearch.EndToEnd.Tests.Readings;

public sealed class SearchInWordsTests
{
    private static readonly string[] Queries =
    [
        "", "*", "limousine", "limousine gift", "a b c d", "a OR b", "a OR b OR c", "a b OR c d", "a (b OR c)", "a AND (b OR \"c d\") AND NOT e",
        "-Moscow", "-a -b", "a -b -\"c d\"", "NOT (a b)", "NOT (a OR b)", "a OR NOT b", "a OR -(b c)", "a OR (-b -c)", "+a b", "+a b c -d", "+a +b c", "a *", "a OR *",
        "and or not", "gift, (limousine)", "Mother-in-law's U.S. gift",
        "\"limousines\"", "\"Aurus Senat\"", "“luxury goods” gift", "\"a b\"~5", "\"a b\"~1", "\"a b\"~0", "\"a b c\"~5", "\"a\"~5", "\"a b\"~5 OR c", "\"lux* g??ds limosine~\"", "\"lux* a\"~3",
        "lux*", "*ousine", "*ous*", "l?mousine", "l?m*ne", "lux* gift", "-lux*", "limosine~1", "limosine~",
        "title:limousine", "title:(a b) c", "title:(a OR b)", "title:(a OR \"b c\") d", "title:a OR b", "-title:a", "title:-a", "said:\"at noon\"", "said:(a b c)",
        "outlet:Reuters", "outlet:\"The New York Times\" OR outlet:AP", "outlet:(Reuters OR AP) gift", "outlet:(Reuters OR (a b))", "outlet:-Reuters", "-outlet:Reuters", "-outlet:(Reuters OR AP)",
        "person:Kim person:Putin", "person:(Kim Putin)", "person:Wladimir~", "outlet:patriot*", "lang:en", "lang:(en OR xx)", "org:UN place:Seoul author:Smith agency:AP section:World",
        "outlet:(none)", "-date:(none)", "outlet:(Reuters OR (none))", "date:(2024 OR (none))",
        "date:2024", "date:2024-02", "date:2024-02-20", "date:2024-02-01..2024-02-20", "date:2024-02..", "date:..2024", "-date:2024 gift", "gift date:2024 OR car",
        "limousine gift outlet:Reuters date:2024-02", "date:yesterday gift", "\"a b", "😀 gift", "לימוזינה OR 金正恩", "a\u0301 b*",
    ];

    private static readonly (string Query, SearchRequest Request)[] Filtered =
    [
        ("limousine gift", Chosen("outlet", ["Reuters"], []) with { From = "2024-02", To = "2024-02" }),
        ("a OR \"b c\"", Chosen("outlet", ["Reuters", "AP"], [])),
        ("a OR b", Chosen("person", ["Kim Jong Un"], ["Smith, John", "(none)"])),
        ("", Chosen("outlet", ["(none)"], [])),
        ("", Chosen("date", [], ["(none)", "2023"])),
        ("gift", Chosen("date", ["2024-02", "2024-XX", "(none)"], []).With("lang", new FacetChoice(["en", "de"], ["xx"]))),
        ("-gift", new SearchRequest { From = "2024-02-01", To = "2024-02-20" }),
        ("", new SearchRequest { From = "2024" }),
        ("gift", new SearchRequest { To = "2024", From = "someday" }),
        ("gift", Chosen("no-such-facet", ["x"], [])),
    ];

    [Fact]
    public void Searches_are_said_back_as_the_golden_file_says()
    {
        var output = new StringBuilder();
        foreach (var (query, request) in Queries.Select(query => (query, new SearchRequest())).Concat(Filtered))
        {
            var all = new RequestReading(request with { Query = query });
            var any = new RequestReading(request with { Query = query, Match = MatchMode.Any });
            output.Append(CultureInfo.InvariantCulture, $"query  {query}{Filters(request)}\nwords  {all.InWords}\n");
            if (any.InWords != all.InWords) output.Append(CultureInfo.InvariantCulture, $"any    {any.InWords}\n");
            output.Append('\n');
        }

        Check("readings.txt", output.ToString());
    }

    [Fact]
    public void Different_trees_have_different_readings()
    {
        var random = new Random(20240223);
        var printed = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] pieces = ["a ", "b ", "OR ", "AND ", "-", "(", ") ", "\"b c\" ", "title:", "outlet:", "lux* ", "date:2024 ", "\"a b\"~2 ", "(none) "];
        for (var round = 0; round < 20_000; round++)
        {
            var reading = new RequestReading(new SearchRequest { Query = string.Concat(random.GetItems(pieces, random.Next(1, 12))), Match = (MatchMode)random.Next(2) });
            var tree = QueryPrinter.Print(WordsFirst(reading.Words));

            Assert.True(printed.TryAdd(reading.InWords, tree) || printed[reading.InWords] == tree, $"{reading.InWords}\n{printed[reading.InWords]}\n{tree}");
        }
    }

    /// <summary>Bare words are said together: where among the other parts they stood makes no difference.</summary>
    private static QueryNode WordsFirst(QueryNode node) => node switch
    {
        AndNode and => and with { Children = [.. and.Children.Select(WordsFirst).OrderBy(child => child is not PlainWord)] },
        OrNode or => or with { Children = [.. or.Children.Select(WordsFirst)] },
        NotNode not => not with { Child = WordsFirst(not.Child) },
        FieldNode field => field with { Child = WordsFirst(field.Child) },
        _ => node,
    };

    private static SearchRequest Chosen(string facet, ImmutableArray<string> include, ImmutableArray<string> exclude) =>
        new SearchRequest().With(facet, new FacetChoice(include, exclude));

    private static string Filters(SearchRequest request) => string.Concat(
        request.Facets.Select(facet => $" | {facet.Key}: {string.Join(' ', facet.Value.Include.Select(value => "+" + value).Concat(facet.Value.Exclude.Select(value => "-" + value)))}"))
        + (request.From is null && request.To is null ? "" : $" | {request.From}..{request.To}");

    private static void Check(string name, string actual, [CallerFilePath] string thisFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
