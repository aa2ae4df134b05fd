using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>Trees of every type of node, filters, facets, sorts and pages over <see cref="SampleSchema"/>.</summary>
internal sealed class RandomQueries(Random random)
{
    private static readonly string[] Facets = ["outlet", "person", "month", "lang"];
    private static readonly string[] Patterns = ["l*", "lux*", "*us*", "r?n", "ca?é*", "lim*ine?", "東*", "zz*", "U*"];
    private static readonly string[] Misspelled = ["limosine", "cafe", "rnu", "well-knwon", "naïve", "zzzzz", "!"];
    private static readonly string[] Others = ["limousined", "absent", "!!", "…", "Zola", "Stone", "example", "blatt", "en", "EN"];
    private static readonly string?[] Bounds = [null, "2023", "2024", "2023-12", "2024-01", "2024-02", "2024-01-15", "2024-02-29", "2022"];

    public IndexQuery Next() => SampleSchema.Query(Node(random.Next(4))) with
    {
        Filters = [.. Some(Facets, 3).Select(Filter)],
        Facets = [.. Some(Facets, 4).Select(Facet)],
        Sort = random.Next(4) > 0 ? null : new NumberSort("instant", random.Next(2) == 0),
        Offset = random.Next(3) == 0 ? random.Next(30) : 0,
        Count = random.Next(5) == 0 ? 1000 : random.Next(20),
    };

    private QueryNode Node(int depth) => random.Next(depth > 0 ? 17 : 10) switch
    {
        0 => new AllNode(default),
        1 or 2 => new PlainWord(Word(), default),
        3 => Leaf(),
        4 or 5 => Phrase(),
        6 => Period(),
        7 => new FieldNode(Pick(["outlet", "person"]), random.Next(2) == 0 ? Leaf() : Phrase(), default),
        8 => new FieldNode("lang", new PlainWord(Pick(["en", "de", "EN", "xx"]), default), default),
        9 => new FieldNode(Pick(["outlet", "person", "lang", "date"]), new NoValueNode(default), default),
        10 or 11 or 12 => new AndNode(Children(depth), default),
        13 or 14 => new OrNode(Children(depth), default),
        15 => new NotNode(Node(depth - 1), default),
        _ => new FieldNode(Pick(["title", "said"]), Node(depth - 1), default),
    };

    private QueryNode[] Children(int depth) => [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => random.Next(4) == 0 ? new NotNode(Node(depth - 1), default) : Node(depth - 1))];

    private WordNode Leaf() => random.Next(4) switch
    {
        0 => new PlainWord(random.Next(2) == 0 ? Pick(Others) : Word(), default),
        1 => new WildcardWord(Pick(Patterns), default),
        2 => new RangeWord(Bound(), random.Next(2) == 0, Bound(), random.Next(2) == 0, default),
        _ => new FuzzyWord(Pick(Misspelled), random.Next(1, 3), default),
    };

    private string? Bound() => random.Next(4) == 0 ? null : random.Next(3) == 0 ? Pick(RandomDocuments.People) : random.Next(2) == 0 ? Pick(RandomDocuments.Outlets) : Word();

    private PhraseNode Phrase()
    {
        WordNode[] words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(3) == 0 ? Leaf() : new PlainWord(Word(), default))];
        return new PhraseNode(words, random.Next(2) == 0 ? null : random.Next(3) == 0 ? 150 : random.Next(6), default);
    }

    private PeriodNode Period()
    {
        var (from, to) = (Bounds[random.Next(Bounds.Length)], Bounds[random.Next(Bounds.Length)]);
        return new PeriodNode("date", from, to, default);
    }

    private KeywordFilter Filter(string field) => new(
        field, [.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(field))], [.. Enumerable.Range(0, random.Next(4) / 3).Select(_ => Value(field))]);

    private FacetRequest Facet(string field) => new(
        field, random.Next(8), random.Next(2) == 0 ? FacetOrder.Count : FacetOrder.NameDescending,
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(field))], random.Next(4) == 0 ? value => value.Contains('e', StringComparison.Ordinal) : null);

    private string? Value(string field) => random.Next(5) == 0 ? null : random.Next(8) == 0 ? "nowhere" : Pick(field switch
    {
        "outlet" => RandomDocuments.Outlets,
        "person" => [.. RandomDocuments.People, "Newcomer"],
        "lang" => RandomDocuments.Languages,
        _ => ["2023-12", "2024-01", "2024-02"],
    });

    private List<string> Some(string[] values, int atMost) => values.OrderBy(_ => random.Next()).Take(random.Next(atMost + 1)).ToList();

    private string Word() => Pick(RandomDocuments.Words);

    private string Pick(string[] values) => values[random.Next(values.Length)];
}
