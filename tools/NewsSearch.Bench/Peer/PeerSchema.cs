using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Bench.Peer;

/// <summary>The index of the peer protocol: one text without stemming, three facets, id and title stored.</summary>
internal static class PeerSchema
{
    public const string Text = "text";

    public static IndexSchema Schema { get; } = new(
        [new TextField(Text, Tokens: TokenRule.LettersAndDigits)],
        [new TermList(Text, TermForm.Exact, [Text], HasPositions: true)],
        [new KeywordField("id", HasColumn: false), new KeywordField("outlet"), new KeywordField("people"), new KeywordField("month")],
        [],
        [new StoredField("id", IsHead: true), new StoredField("title", IsHead: true)],
        KeyField: "id");

    public static QueryBinding Binding { get; } = new(
        new FieldBinding(FieldRole.Text, [Text]), new Dictionary<string, FieldBinding>(), new Dictionary<string, float>());
}
