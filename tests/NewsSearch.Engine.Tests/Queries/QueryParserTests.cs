using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Tests.Analysis;

namespace NewsSearch.Engine.Tests.Queries;

public sealed class QueryParserTests
{
    /// <summary>Every sign of the language, and those that look like one.</summary>
    private static readonly string[] NastyPieces =
    [
        "a", "b", "Kim", "лимузин", "金正恩", "é", "e\u0301", "1", "2", "0", "\"", "“", "”", "„", "«", "»", "'", "’", "(", ")", "(", ")", "+", "-", "--", "~", "~1", "~2",
        "~9", "*", "?", ":", "title:", "said:", "outlet:", "lang:", "date:", "TITLE:", "nofield:", "2024", "2024-02", "2024-02-20", "2024-99", "..", ".", ",", ";", "!",
        " ", " ", " ", " ", "\t", "\n", "\0", "\u0007", "\u200B", "\u200E", "\uFEFF", "\u3000", "\uD83D", "\uDE00", "😀", "AND", "OR", "NOT", " AND ", " OR ", " NOT ", "://", "_", "#", "@", "\\", "/", "<mark>",
        "(none)", "outlet:(none)", "date:(none)", "（", "）", "：", "－", "＋", "＊", "？", "～", "＂", "「", "」", "ＡＮＤ", "２０２４", "שלום", "مرحبا", "\u202E", "\u2067", "\u2069",
        "\u0301\u0302\u0303", "👩‍👩‍👧", "e*", "*e", "l?x", "kim~",
    ];

    [Fact]
    public void No_text_is_an_error_and_what_is_printed_reads_the_same()
    {
        var random = new Random(20240220);
        for (var round = 0; round < 10_000; round++)
        {
            var text = string.Concat(random.GetItems(NastyPieces, random.Next(1, 25)));
            Check(text, matchAny: false);
            Check(text, matchAny: true);
        }
    }

    [Fact]
    public void No_run_of_any_characters_is_an_error()
    {
        var random = new Random(20240221);
        for (var round = 0; round < 3_000; round++)
            Check(RandomText.Make(random, random.Next(60)), matchAny: round % 2 == 0);
    }

    private static void Check(string text, bool matchAny)
    {
        var parsed = QueryParser.Parse(text, QueryTrees.Syntax, matchAny);

        var printed = QueryPrinter.Print(parsed.Root);
        foreach (var mode in new[] { false, true })
        {
            var again = QueryParser.Parse(printed, QueryTrees.Syntax, mode).Root;
            Assert.True(QueryTrees.Shape(parsed.Root) == QueryTrees.Shape(again),
                $"{text}\n{QueryTrees.Shape(parsed.Root)}\n{printed}\n{QueryTrees.Shape(again)}");
        }
        Assert.All(QueryTrees.All(parsed.Root), node => AssertInside(text, node.Span.Start, node.Span.End));
        Assert.All(parsed.Notes, note => AssertInside(text, note.Start, note.End));
        Assert.All(QueryTrees.All(parsed.Root), AssertInvariants);
    }

    private static void AssertInside(string text, int start, int end) => Assert.True(start >= 0 && start <= end && end <= text.Length, text);

    private static void AssertInvariants(QueryNode node)
    {
        var isPlainest = node switch
        {
            AndNode and => and.Children.Count > 1 && !and.Children.Any(child => child is AndNode),
            OrNode or => or.Children.Count > 1 && !or.Children.Any(child => child is OrNode),
            NotNode not => not.Child is not NotNode,
            PhraseNode phrase => phrase.Words.Count > 0,
            FieldNode field => !QueryTrees.All(field.Child).Any(inner => inner is FieldNode or PeriodNode),
            _ => true,
        };
        Assert.True(isPlainest, QueryTrees.Shape(node));
    }

    [Theory]
    [InlineData("(", 100_000)]
    [InlineData("(a ", 40_000)]
    [InlineData("-", 100_000)]
    [InlineData("NOT ", 40_000)]
    [InlineData("NOT (", 40_000)]
    [InlineData("title:", 40_000)]
    [InlineData("title:(-", 40_000)]
    [InlineData("+(+a b ", 20_000)]
    [InlineData("\"", 100_001)]
    [InlineData("\"a ", 50_000)]
    [InlineData("~1,", 50_000)]
    [InlineData("a?", 50_000)]
    [InlineData("word~ ", 20_000)]
    [InlineData("a* ", 50_000)]
    [InlineData("a OR ", 50_000)]
    [InlineData(") ", 50_000)]
    [InlineData("outlet:(none", 20_000)]
    [InlineData("\"a* b~\" ", 20_000)]
    [InlineData("* ", 20_000)]
    [InlineData("e\u0301\u0302", 20_000)]
    [InlineData("\uD83D", 20_000)]
    [InlineData("😀 ", 20_000)]
    [InlineData("א(a ", 20_000)]
    public void Hostile_repetition_is_read_with_few_notes(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        foreach (var matchAny in new[] { false, true })
        {
            var parsed = QueryParser.Parse(text, QueryTrees.Syntax, matchAny);

            Assert.InRange(parsed.Notes.Count, 1, 51);
            Assert.InRange(QueryTrees.All(parsed.Root).Count(node => node is WordNode), 0, 1024);
            Assert.InRange(QueryPrinter.Print(parsed.Root).Length, 0, 20_000);
        }
    }

    [Theory]
    [InlineData("a{0}*")]
    [InlineData("a{0}~")]
    [InlineData("\"a{0}* b\"")]
    [InlineData("title:l?x{0}")]
    public void Of_a_thousand_patterns_a_hundred_are_looked_up_and_one_note_says_so(string pattern)
    {
        var text = "gift " + string.Join(' ', Enumerable.Range(0, 400).Select(i => pattern.Replace("{0}", ((char)('a' + (i % 26))).ToString(), StringComparison.Ordinal)));

        var parsed = QueryParser.Parse(text, QueryTrees.Syntax);

        Assert.Equal(100, QueryTrees.All(parsed.Root).Count(node => node is WildcardWord or FuzzyWord));
        Assert.Contains(QueryTrees.All(parsed.Root), node => node is PlainWord { Text: "gift" });
        Assert.StartsWith("The search has too many words with *, ? or ~", Assert.Single(parsed.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_ten_thousand_characters_gets_a_note_and_no_half_character()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 5_000));

        var parsed = QueryParser.Parse(text, QueryTrees.Syntax);

        var word = Assert.IsType<PlainWord>(parsed.Root);
        Assert.False(char.IsHighSurrogate(word.Text[^1]));
        Assert.Equal(text.Length, Assert.Single(parsed.Notes).End);
    }

    [Fact]
    public void Five_hundred_parentheses_deep_the_word_is_still_found()
    {
        var parsed = QueryParser.Parse(new string('(', 500) + "a b" + new string(')', 500), QueryTrees.Syntax);

        Assert.Equal("and(word[a], word[b])", QueryTrees.Shape(parsed.Root));
        Assert.Single(parsed.Notes);
    }

    [Fact]
    public void Spans_are_places_in_the_text_of_the_user()
    {
        const string Text = "gift  -title:(“Aurus Senat” OR lux*)";

        var spans = QueryTrees.All(QueryTrees.Parse(Text)).Select(node => Text[node.Span.Start..node.Span.End]);

        Assert.Equal([Text, "gift", "-title:(“Aurus Senat” OR lux*)", "title:(“Aurus Senat” OR lux*)",
            "“Aurus Senat” OR lux*", "“Aurus Senat”", "Aurus", "Senat", "lux*"], spans);
    }

    [Fact]
    public void With_any_a_required_word_stays_required_and_the_others_become_optional()
    {
        Assert.Equal("and(word[a], or(word[b], ALL))", QueryTrees.Shape(QueryTrees.Parse("+a b", matchAny: true)));
        Assert.Equal("and(or(word[a], word[b]), not(word[c]))", QueryTrees.Shape(QueryTrees.Parse("a b -c", matchAny: true)));
        Assert.Equal("and(word[a], word[b])", QueryTrees.Shape(QueryTrees.Parse("+a +b", matchAny: true)));
    }
}
