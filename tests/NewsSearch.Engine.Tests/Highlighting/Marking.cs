using NewsSearch.Engine.Highlighting;
using NewsSearch.Engine.Tests.Queries;

namespace NewsSearch.Engine.Tests.Highlighting;

/// <summary>Marks of documents that are one text.</summary>
internal static class Marking
{
    public static IReadOnlyList<Mark> Marks(
        string query, string text, string field = "body", string language = "en", IReadOnlyDictionary<string, IReadOnlyList<Mark>>? parts = null, bool matchAny = false)
    {
        var one = new DocumentText(field, text);
        if (parts is not null) one = one with { Parts = parts };
        return new Highlighter(QueryTrees.Parse(query, matchAny), QueryTrees.Syntax).Marks(new DocumentTexts([one], language))[0];
    }
}
