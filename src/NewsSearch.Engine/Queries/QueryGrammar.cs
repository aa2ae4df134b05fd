namespace NewsSearch.Engine.Queries;

/// <summary>Tokens -> tree, by recursive descent along the grammar that <see cref="QueryParser"/> states.</summary>
/// <remarks>Requires: balanced parentheses and tidy operators. A Read method returns null if all it read was a wrong date.</remarks>
internal sealed class QueryGrammar(string text, List<QueryToken> tokens, QuerySyntax syntax, bool matchAny, QueryNotes notes)
{
    private int _at;
    private string? _field;

    private QueryTokenKind Kind => tokens[_at].Kind;

    public QueryNode? ReadQuery()
    {
        List<QueryNode> lists = [];
        AddIfAny(lists, ReadList());
        for (; Kind == QueryTokenKind.Or; AddIfAny(lists, ReadList()))
            _at++;
        return QueryTree.Or(lists);
    }

    private QueryNode? ReadList()
    {
        List<QueryListItem> items = [];
        while (Kind is not (QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End))
        {
            var isRequired = Kind == QueryTokenKind.Plus;
            if (ReadChain() is { } node)
                items.Add(new QueryListItem(node, isRequired));
        }
        return QueryTree.List(items, matchAny);
    }

    private QueryNode? ReadChain()
    {
        List<QueryNode> operands = [];
        AddIfAny(operands, ReadOperand());
        for (; Kind == QueryTokenKind.And; AddIfAny(operands, ReadOperand()))
            _at++;
        return QueryTree.And(operands);
    }

    private static void AddIfAny(List<QueryNode> nodes, QueryNode? node)
    {
        if (node is not null)
            nodes.Add(node);
    }

    private QueryNode? ReadOperand()
    {
        var start = tokens[_at].Start;
        var isNegative = false;
        for (; Kind is QueryTokenKind.Not or QueryTokenKind.Minus or QueryTokenKind.Plus; _at++)
            isNegative ^= Kind != QueryTokenKind.Plus;
        var item = ReadItem();
        return item is not null && isNegative ? QueryTree.Not(item, start) : item;
    }

    private QueryNode? ReadItem()
    {
        var token = tokens[_at++];
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                var inner = ReadQuery();
                _at++;
                return inner;
            case QueryTokenKind.Field:
                return ReadField(token);
            default:
                return ReadLeaf(token);
        }
    }

    private QueryNode? ReadField(QueryToken name)
    {
        if (_field is not null)
        {
            notes.Add($"A field cannot stand inside another: this was looked up in “{_field}”.", name.Start, name.End);
            return ReadOperand();
        }

        _field = name.Field!;
        var value = ReadOperand();
        var isWrapped = value is not (null or AllNode) && syntax.Fields[_field] != FieldRole.Period;
        _field = null;
        return isWrapped ? new FieldNode(name.Field!, value!, new QuerySpan(name.Start, tokens[_at - 1].End)) : value;
    }

    private QueryNode? ReadLeaf(QueryToken token)
    {
        var leaf = token.Leaf!;
        if (_field is null || leaf is AllNode || syntax.Fields[_field] != FieldRole.Period)
            return leaf;
        var (start, end) = leaf is PhraseNode phrase ? (phrase.Words[0].Span.Start, phrase.Words[^1].Span.End) : (token.Start, token.End);
        return ReadPeriod(_field, new QuerySpan(start, end), leaf.Span);
    }

    /// <summary><c>2024</c>, <c>2024-02</c>, <c>2024-02-20</c>, <c>2024-02..2024-03</c>, <c>2024-02..</c></summary>
    private PeriodNode? ReadPeriod(string field, QuerySpan place, QuerySpan span)
    {
        var period = text[place.Start..place.End];
        var bounds = period.Split("..", 2);
        var (from, to) = (bounds[0], bounds[^1]);
        if (from.Length + to.Length == 0 || !IsOpenOrDate(from) || !IsOpenOrDate(to))
        {
            notes.Add($"“{period}” is no date; write 2024, 2024-02, 2024-02-20 or 2024-02-01..2024-02-20. It was left out.", place.Start, place.End);
            return null;
        }
        if (PeriodBound.FirstDay(from) > PeriodBound.LastDay(to))
        {
            notes.Add("This period ends before it begins; its ends were exchanged.", place.Start, place.End);
            (from, to) = (to, from);
        }
        return new PeriodNode(field, from.Length > 0 ? from : null, to.Length > 0 ? to : null, span);
    }

    private static bool IsOpenOrDate(string text) => text.Length == 0 || PeriodBound.FirstDay(text) is not null;
}
