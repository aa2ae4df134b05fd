using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Tests.Queries;

/// <summary>What the tests of queries share: a syntax, and trees as text with every node named.</summary>
internal static class QueryTrees
{
    public static readonly QuerySyntax Syntax = new(new Dictionary<string, FieldRole>
    {
        ["title"] = FieldRole.Text,
        ["said"] = FieldRole.Text,
        ["outlet"] = FieldRole.Keyword,
        ["lang"] = FieldRole.Code,
        ["date"] = FieldRole.Period,
    });

    public static QueryNode Parse(string text, bool matchAny = false) => QueryParser.Parse(text, Syntax, matchAny).Root;

    public static string Shape(QueryNode node) => node switch
    {
        AllNode => "ALL",
        NoValueNode => "NONE",
        PlainWord word => $"word[{word.Text}]",
        WildcardWord word => $"wildcard[{word.Text}]",
        RangeWord word => $"range{word.Text}",
        FuzzyWord word => $"fuzzy[{word.Text} {word.Distance}]",
        PhraseNode phrase => $"phrase{phrase.Slop}({Shapes(phrase.Words)})",
        AndNode and => $"and({Shapes(and.Children)})",
        OrNode or => $"or({Shapes(or.Children)})",
        NotNode not => $"not({Shape(not.Child)})",
        FieldNode field => $"{field.Field}({Shape(field.Child)})",
        PeriodNode period => $"{period.Field}[{period.From ?? "open"}..{period.To ?? "open"}]",
        _ => throw new ArgumentException(node.ToString(), nameof(node)),
    };

    public static IEnumerable<QueryNode> All(QueryNode node)
    {
        IEnumerable<QueryNode> children = node switch
        {
            PhraseNode phrase => phrase.Words,
            AndNode and => and.Children,
            OrNode or => or.Children,
            NotNode not => [not.Child],
            FieldNode field => [field.Child],
            _ => [],
        };
        return children.SelectMany(All).Prepend(node);
    }

    private static string Shapes(IEnumerable<QueryNode> nodes) => string.Join(", ", nodes.Select(Shape));
}
