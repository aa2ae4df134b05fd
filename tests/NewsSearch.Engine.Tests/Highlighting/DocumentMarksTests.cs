using NewsSearch.Engine.Highlighting;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Tests.Queries;

namespace NewsSearch.Engine.Tests.Highlighting;

/// <summary>Marks over all texts of a document: which branches of a query hold for it.</summary>
public sealed class DocumentMarksTests
{
    private static readonly string[] Words = ["a", "b", "c", "car", "cars", "café", "cafe", "x"];

    private static DocumentTexts Document(string title, string body, params Mark[] said) => new(
        [new DocumentText("title", title), new DocumentText("body", body) { Parts = new Dictionary<string, IReadOnlyList<Mark>> { ["said"] = said } }], "en")
    {
        Values = field => field == "outlet" ? ["The Example", "example.org"] : field == "lang" ? ["en"] : null,
        Period = _ => (new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)),
    };

    private static string[] Marked(string query, DocumentTexts document)
    {
        var marks = new Highlighter(QueryTrees.Parse(query), QueryTrees.Syntax).Marks(document);
        return [.. document.Texts.SelectMany((text, i) => marks[i].Select(mark => text.Field + ":" + text.Text[mark.Start..mark.End]))];
    }

    [Fact]
    public void A_branch_that_the_document_does_not_fulfil_is_not_marked()
    {
        Assert.Equal(["body:a"], Marked("a OR (b AND c)", Document("", "a b")));
        Assert.Equal(["body:a", "body:b"], Marked("a OR (b -c)", Document("", "a b")));
        Assert.Equal(["body:a"], Marked("a OR (b -c)", Document("c", "a b")));
    }

    [Fact]
    public void Title_and_body_are_one_document() =>
        Assert.Equal(["title:c", "body:a", "body:b"], Marked("a OR (b AND c)", Document("c", "a b")));

    [Fact]
    public void A_field_holds_only_where_its_text_does() =>
        Assert.Equal(["body:a"], Marked("a OR (b AND title:b)", Document("c", "a b")));

    [Fact]
    public void A_value_marks_nothing_but_decides_about_its_branch()
    {
        Assert.Equal(["body:a", "body:b"], Marked("a OR (b AND outlet:example)", Document("", "a b")));
        Assert.Equal(["body:a"], Marked("a OR (b AND outlet:other)", Document("", "a b")));
        Assert.Equal(["body:a"], Marked("a OR (b AND lang:de)", Document("", "a b")));
        Assert.Equal(["body:a", "body:b"], Marked("a OR (b AND date:2024)", Document("", "a b")));
        Assert.Equal(["body:a"], Marked("a OR (b AND date:2024-02-02..)", Document("", "a b")));
    }

    [Fact]
    public void Random_trees_mark_what_the_plain_definition_marks()
    {
        var random = new Random(77);
        for (var round = 0; round < 2_000; round++)
        {
            var body = Text(random, 20);
            var said = Parts(random, body);
            var document = Document(Text(random, 5), body, said);
            var query = Tree(random, random.Next(4));

            var marks = new Highlighter(query, QueryTrees.Syntax).Marks(document);

            var expected = new NaiveHighlighter(document, QueryTrees.Syntax).Marked(query);
            var found = marks.SelectMany((list, text) => list.SelectMany(mark => Enumerable.Range(mark.Start, mark.End - mark.Start).Select(at => (text, at)))).ToHashSet();
            Assert.True(expected.SetEquals(found), $"round {round}: {QueryTrees.Shape(query)}\n{document.Texts[0].Text} | {body}\nexpected {string.Join(' ', expected.Order())}\nfound {string.Join(' ', found.Order())}");
        }
    }

    private static string Text(Random random, int mostWords) => string.Join(' ', random.GetItems(Words, random.Next(mostWords + 1)));

    /// <summary>Two parts between word edges.</summary>
    private static Mark[] Parts(Random random, string text)
    {
        var edges = Enumerable.Range(0, text.Length).Where(at => text[at] == ' ').ToArray();
        if (edges.Length < 4) return [];
        var chosen = Enumerable.Range(0, 4).Select(_ => edges[random.Next(edges.Length)]).Order().ToArray();
        return [new Mark(chosen[0], chosen[1]), new Mark(chosen[2], chosen[3])];
    }

    private static QueryNode Tree(Random random, int depth) => random.Next(depth > 0 ? 12 : 5) switch
    {
        0 or 1 => Word(random),
        2 => new PhraseNode([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word(random))], random.Next(2) == 0 ? null : random.Next(4), default),
        3 => random.Next(3) == 0 ? new AllNode(default) : new PeriodNode("date", random.Next(2) == 0 ? "2024" : "2023", random.Next(2) == 0 ? null : "2024-01", default),
        4 => new FieldNode("outlet", new PlainWord(random.Next(2) == 0 ? "example" : "other", default), default),
        5 or 6 => new NotNode(Tree(random, depth - 1), default),
        7 => new FieldNode(random.Next(2) == 0 ? "title" : "said", Tree(random, depth - 1), default),
        8 or 9 => new OrNode([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(random, depth - 1))], default),
        _ => new AndNode([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(random, depth - 1))], default),
    };

    private static WordNode Word(Random random) => random.Next(8) switch
    {
        0 => new WildcardWord("c*", default),
        1 => new FuzzyWord("cas", 1, default),
        2 => new PlainWord("a-b", default),
        3 => new PlainWord("!", default),
        _ => new PlainWord(Words[random.Next(Words.Length)], default),
    };
}
