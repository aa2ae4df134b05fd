using NewsSearch.Engine.Queries;

namespace NewsSearch.Archive.Embedded;

/// <summary>A query of several required parts -> the text of it without some of them, as the user wrote it where that reads the same.</summary>
internal sealed class LessOfQuery(SearchRequest request, AndNode parts)
{
    /// <summary>A query of more parts is rather a pasted text. Taste.</summary>
    public const int MostParts = 12;

    /// <summary>The text without these parts; null where nothing would be left but what must not be there.</summary>
    public string? Without(IReadOnlyCollection<int> dropped)
    {
        QueryNode[] rest = [.. parts.Children.Where((_, part) => !dropped.Contains(part))];
        if (rest.All(part => part is NotNode)) return null;
        var meant = rest.Length == 1 ? rest[0] : new AndNode(rest, parts.Span);
        var text = request.Query;
        foreach (var part in dropped.OrderByDescending(part => parts.Children[part].Span.Start)) text = Cut(text, parts.Children[part].Span);
        text = text.Trim();
        var read = QueryParser.Parse(text, ArticleSchema.Binding.Syntax, request.Match == MatchMode.Any);
        var printed = QueryPrinter.Print(meant);
        return read.Notes.Count == 0 && QueryPrinter.Print(read.Root) == printed ? text : printed;
    }

    /// <summary>One part as a query.</summary>
    public string Alone(int part) => QueryPrinter.Print(parts.Children[part]);

    /// <summary>"without “gift”", the parts as they were typed.</summary>
    public string InWords(IEnumerable<int> dropped) => "without " + string.Join(", ", dropped.Order().Select(part => $"“{Typed(parts.Children[part].Span)}”"));

    /// <summary>The query with the words of its phrases bare; null where it has no phrase of several words.</summary>
    public static string? WithoutQuotes(string query, QueryNode root)
    {
        List<PhraseNode> phrases = [.. Phrases(root).Where(phrase => phrase.Words.Count > 1 && phrase.Span.End <= query.Length)];
        foreach (var phrase in phrases.OrderByDescending(phrase => phrase.Span.Start))
        {
            var words = query[phrase.Words[0].Span.Start..phrase.Words[^1].Span.End];
            query = query[..phrase.Span.Start] + words + query[phrase.Span.End..];
        }

        return phrases.Count == 0 ? null : query;
    }

    /// <summary>Those that hits must have: not under OR or NOT, nor behind a field's name, which would hold for the first word alone.</summary>
    private static IEnumerable<PhraseNode> Phrases(QueryNode node) => node switch
    {
        PhraseNode phrase => [phrase],
        AndNode and => and.Children.SelectMany(Phrases),
        _ => [],
    };

    private string Typed(QuerySpan span) => request.Query[span.Start..Math.Min(span.End, request.Query.Length)];

    private static string Cut(string text, QuerySpan span)
    {
        var end = Math.Min(span.End, text.Length);
        while (end < text.Length && span.Start > 0 && char.IsWhiteSpace(text[end]) && char.IsWhiteSpace(text[span.Start - 1])) end++;
        return string.Concat(text.AsSpan(0, span.Start), text.AsSpan(end));
    }
}
