using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Tests.Queries;

public sealed class QueryPrinterTests
{
    private static readonly string[] Words = ["gift", "and", "Mother-in-law's", "U.S.", "Kim’s", "café", "лимузин", "金正恩", "שלום", "مرحبا", "12:30", "a\u0301\u0302", "2024", "none", "x’", "#tag"];
    private static readonly string[] Patterns = ["lux*", "*ousine", "l?mous*", "U.S.*", "金*", "*é?b"];
    private static readonly string[] Misspelled = ["limosine", "kim", "שלום", "well-known"];
    private static readonly string?[] Bounds = [null, "2023", "2024-02", "2024-02-20"];

    [Fact]
    public void Any_tree_is_read_from_its_print_as_it_was()
    {
        var random = new Random(20240222);
        for (var round = 0; round < 5_000; round++)
        {
            var tree = Tree(random, depth: random.Next(5), field: null);

            var printed = QueryPrinter.Print(tree);

            foreach (var mode in new[] { false, true })
            {
                var parsed = QueryParser.Parse(printed, QueryTrees.Syntax, mode);
                Assert.True(QueryTrees.Shape(tree) == QueryTrees.Shape(parsed.Root), $"{printed}\n{QueryTrees.Shape(tree)}\n{QueryTrees.Shape(parsed.Root)}");
                Assert.DoesNotContain(parsed.Notes, note => note.Text.Contains("left out", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Every shape that the parser can give: And, Or and Not in their plainest form, fields outermost, near words in texts alone.</summary>
    private static QueryNode Tree(Random random, int depth, string? field)
    {
        if (depth == 0) return Leaf(random, field);
        return random.Next(field is null ? 5 : 3) switch
        {
            0 => QueryTree.And(Children(random, depth, field))!,
            1 => QueryTree.Or(Children(random, depth, field))!,
            2 => QueryTree.Not(Tree(random, depth - 1, field), 0),
            3 => Tree(random, depth - 1, field: null),
            _ => Field(random, depth),
        };
    }

    private static List<QueryNode> Children(Random random, int depth, string? field) =>
        [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(random, depth - 1, field))];

    private static FieldNode Field(Random random, int depth)
    {
        var name = random.GetItems(["title", "said", "outlet", "lang"], 1)[0];
        return new FieldNode(name, Tree(random, Math.Min(depth - 1, 2), name), default);
    }

    private static QueryNode Leaf(Random random, string? field) => random.Next(8) switch
    {
        0 or 1 => new PlainWord(Pick(random, Words), default),
        2 => Pattern(random),
        3 or 4 => Phrase(random, hasSlop: field is null or "title" or "said"),
        5 when field is "outlet" or "lang" => new NoValueNode(default),
        5 when field is null => new FieldNode("date", new NoValueNode(default), default),
        6 when field is null => Period(random),
        _ => new PlainWord(Pick(random, Words), default),
    };

    private static PhraseNode Phrase(Random random, bool hasSlop)
    {
        WordNode[] words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(3) == 0 ? Pattern(random) : new PlainWord(Pick(random, Words), default))];
        return new PhraseNode(words, hasSlop && random.Next(2) == 0 ? random.Next(10) : null, default);
    }

    private static WordNode Pattern(Random random) => random.Next(2) == 0
        ? new WildcardWord(Pick(random, Patterns), default)
        : new FuzzyWord(Pick(random, Misspelled), random.Next(1, 3), default);

    private static PeriodNode Period(Random random)
    {
        var (from, to) = (Bounds[random.Next(4)], Bounds[random.Next(1, 4)]);
        return PeriodBound.FirstDay(from) > PeriodBound.LastDay(to) ? new PeriodNode("date", from, from, default) : new PeriodNode("date", from, to, default);
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
