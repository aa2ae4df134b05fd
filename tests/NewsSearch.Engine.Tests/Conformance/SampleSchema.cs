using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Search.Rescoring;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>A schema with every kind of field and list, and a query language over it.</summary>
internal static class SampleSchema
{
    public static IndexSchema Schema { get; } = new(
        Texts: [new TextField("title"), new TextField("body"), new TextField("quotes")],
        Lists:
        [
            new TermList("title.exact", TermForm.Exact, ["title"], HasPositions: true),
            new TermList("body.exact", TermForm.Exact, ["body"], HasPositions: true),
            new TermList("quotes.exact", TermForm.Exact, ["quotes"], HasPositions: true),
            new TermList("title.stem", TermForm.Stem, ["title"], HasPositions: false),
            new TermList("all.stem", TermForm.Stem, ["title", "body"], HasPositions: false),
        ],
        Keywords:
        [
            new KeywordField("id", HasColumn: false), new KeywordField("outlet"), new KeywordField("person"), new KeywordField("month"), new KeywordField("lang"),
        ],
        Numbers: [new NumberField("instant"), new NumberField("first"), new NumberField("last")],
        Stored: [new StoredField("head", IsHead: true), new StoredField("source", IsHead: true), new StoredField("whole", IsHead: false)],
        KeyField: "id");

    /// <summary>Words weigh more in the title; quotes have no list of stems.</summary>
    public static QueryBinding Binding { get; } = new(
        FieldBinding.OfText("all.stem", "title.exact", "body.exact"),
        new Dictionary<string, FieldBinding>(StringComparer.Ordinal)
        {
            ["title"] = FieldBinding.OfText("title.stem", "title.exact"),
            ["said"] = new FieldBinding(FieldRole.Text, ["quotes.exact"]) { ValueGap = 100 },
            ["outlet"] = FieldBinding.OfKeyword("outlet"),
            ["person"] = FieldBinding.OfKeyword("person"),
            ["lang"] = FieldBinding.OfCode("lang"),
            ["date"] = FieldBinding.OfPeriod("first", "last"),
        },
        new Dictionary<string, float>(StringComparer.Ordinal) { ["title"] = 2.5f })
    {
        Scoring = new Scoring { Saturation = 1.4f, RepetitionPower = 0.6f, Rescoring = new RescoringWeights(0.6f, 0.3f, 0.4f, "body", 10, 4) },
    };

    public static IndexQuery All => Query(new AllNode(default));

    public static IndexQuery Query(QueryNode root) => new(root, Binding);

    public static IndexQuery Query(string text) => Query(QueryParser.Parse(text, Binding.Syntax, matchAny: false).Root);

    /// <summary>A document with a key, a title and a body.</summary>
    public static IndexDocument Document(string key, string title, string body)
    {
        var document = new IndexDocument { Language = "en" };
        document.AddKeyword("id", key);
        document.AddText("title", title);
        document.AddText("body", body);
        document.SetStored("head", System.Text.Encoding.UTF8.GetBytes(key));
        document.SetStored("whole", System.Text.Encoding.UTF8.GetBytes(body));
        return document;
    }
}
