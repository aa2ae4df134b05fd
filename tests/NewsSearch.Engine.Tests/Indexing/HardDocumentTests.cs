using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Indexing;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Indexing;

/// <summary>Segments of documents of extreme sizes, by both rules of what a token is.</summary>
public sealed class HardDocumentTests : IDisposable
{
    private static readonly IndexSchema Schema = new(
        [new TextField("runs", Tokens: TokenRule.LettersAndDigits), new TextField("words")],
        [new TermList("runs", TermForm.Exact, ["runs"], HasPositions: true), new TermList("words", TermForm.Exact, ["words"], HasPositions: true)],
        [new KeywordField("id", HasColumn: false), new KeywordField("rare")],
        [],
        [],
        KeyField: "id");

    private readonly FaultyDirectory _directory = new();
    private SegmentReader? _reader;

    public void Dispose() => _reader?.Dispose();

    [Fact]
    public void No_token_one_and_five_million_in_a_document()
    {
        const int Many = 5_000_000;
        var text = new StringBuilder(6 * Many);
        for (var i = 0; i < Many; i++) text.Append(i % 1000 == 999 ? "seldom" : i % 2 == 0 ? "even" : "odd").Append(' ');
        Build(Document("0", ("runs", "")), Document("1", ("runs", "odd")), Document("2", ("runs", text.ToString())));

        Assert.Equal([Many + 1, 0], _reader!.Info.TokenCounts);
        Assert.Equal([(1, 1), (2, (Many / 2) - (Many / 1000))], Postings(0, "odd"));
        Assert.Equal([(2, Many / 1000)], Postings(0, "seldom"));
        Assert.Equal(Enumerable.Range(1, Many / 1000).Select(i => (1000 * i) - 1), Positions(0, "seldom"));
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("words")]
    public void A_token_of_100000_characters_is_one_term_that_is_cut(string text)
    {
        Build(Document("0", (text, $"before {new string('x', 100_000)} behind")));
        var list = text == "runs" ? 0 : 1;

        Assert.Equal(3, _reader!.Info.TokenCounts[list]);
        Assert.Equal([1], Positions(list, new string('x', Tokenizer.MaxTermLength)));
        Assert.Equal([2], Positions(list, "behind"));
    }

    [Fact]
    public void One_term_in_every_document_and_a_field_that_only_one_document_has()
    {
        const int Count = 20_000;
        var documents = Enumerable.Range(0, Count).Select(i => Document($"{i}", ("runs", $"same number{i}"))).ToArray();
        documents[12_345].AddKeyword("rare", "value");
        documents[12_345].AddText("words", "alone");
        Build(documents);

        Assert.Equal(Enumerable.Range(0, Count).Select(doc => (doc, 1)), Postings(0, "same"));
        Assert.Equal([(777, 1)], Postings(0, "number777"));
        Assert.Equal([(12_345, 1)], Postings(1, "alone"));
        var (column, found) = (_reader!.Columns[1]!, new List<int>());
        for (var doc = 0; doc < Count; doc++)
        {
            column.Read(doc, found);
            Assert.Equal(doc == 12_345 ? 1 : 0, found.Count);
        }
    }

    /// <summary>As many as fit into a few seconds; NEWSSEARCH_TEST_TERMS=10000000 asks for ten million.</summary>
    [Fact]
    public void Distinct_terms_without_end_are_all_found()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("NEWSSEARCH_TEST_TERMS"), out var asked) ? asked : 500_000;
        const int PerDocument = 50_000;
        Build([.. Enumerable.Range(0, count / PerDocument).Select(doc =>
            Document($"{doc}", ("runs", string.Join(' ', Enumerable.Range(doc * PerDocument, PerDocument).Select(Term)))))]);

        Assert.Equal(count, _reader!.Lists[0].Terms.TermCount);
        for (var i = 0; i < count; i += 997) Assert.Equal([(i / PerDocument, 1)], Postings(0, Term(i)));

        static string Term(int i) => i % 3 == 0 ? $"{i}" : i % 3 == 1 ? $"t{i:x8}" : $"aratherlongterm{i}";
    }

    private static IndexDocument Document(string key, params (string Field, string Text)[] texts)
    {
        var document = new IndexDocument();
        document.AddKeyword("id", key);
        foreach (var (field, text) in texts) document.AddText(field, text);
        return document;
    }

    private void Build(params IndexDocument[] documents)
    {
        var builder = new SegmentBuilder(Schema);
        builder.Add([.. documents]);
        using var file = new SectionFileWriter(_directory, "segment");
        builder.Write(file);
        file.Finish();
        _reader = new SegmentReader(SectionFile.Open(_directory, "segment"), Schema, documents.Length);
    }

    private PostingsCursor Open(int list, string term)
    {
        Assert.True(_reader!.Lists[list].Terms.TryFind(Encoding.UTF8.GetBytes(term), out var entry));
        return _reader.Lists[list].Postings.Open(entry);
    }

    private List<(int Doc, int Frequency)> Postings(int list, string term)
    {
        var found = new List<(int, int)>();
        var cursor = Open(list, term);
        while (cursor.Next() != PostingsFormat.NoMoreDocs) found.Add((cursor.Doc, cursor.Frequency(0)));
        return found;
    }

    /// <summary>Of the first document.</summary>
    private int[] Positions(int list, string term)
    {
        var cursor = Open(list, term);
        cursor.Next();
        return cursor.Positions().ToArray();
    }
}
