namespace NewsSearch.Engine.Queries;

/// <summary>Tokens -> tree, by recursive descent along the grammar that <see cref="QueryParser"/> states.</summary>
/// <remarks>Requires: balanced parentheses and tidy operators. A Read method returns null if all it read was left out.</remarks>
internal sealed class QueryGrammar(string text, List<QueryToken> tokens, QuerySyntax syntax, bool matchAny, QueryNotes notes)
{
    public const string NoValue = "(none)";

    private int _at;
    private int _patterns;
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
            case QueryTokenKind.Open when IsNoValue(token):
                _at += 2;
                var none = new NoValueNode(new QuerySpan(token.Start, tokens[_at - 1].End));
                return syntax.Fields[_field!] == FieldRole.Period ? new FieldNode(_field!, none, none.Span) : none;
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

    private bool IsNoValue(QueryToken open) =>
        _field is not null && syntax.Fields[_field] != FieldRole.Text && string.Compare(text, open.Start, NoValue, 0, NoValue.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private QueryNode? ReadLeaf(QueryToken token)
    {
        var leaf = token.Leaf!;
        if (leaf is AllNode)
            return leaf;
        if (_field is not null && syntax.Fields[_field] == FieldRole.Period)
        {
            var (start, end) = leaf is PhraseNode dates ? (dates.Words[0].Span.Start, dates.Words[^1].Span.End) : (token.Start, token.End);
            return ReadPeriod(_field, new QuerySpan(start, end), leaf.Span);
        }
        if (!HasTokens(leaf))
        {
            notes.Add("There is no letter or digit to look for here; it was left out.", token.Start, token.End);
            return null;
        }
        if (IsOnePatternTooMany(leaf))
            return null;
        if (_field is null || syntax.Fields[_field] != FieldRole.Text)
            return _field is null ? leaf : ReadValue(leaf);
        return leaf is PhraseNode { Slop: { } slop } near && syntax.ValueGaps.TryGetValue(_field, out var gap) ? InOneValue(near, slop, gap) : leaf;
    }

    /// <summary>A window that reaches from one value to the next has more places than the gap, and two.</summary>
    private PhraseNode InOneValue(PhraseNode near, int slop, int gap)
    {
        var most = Math.Max(0, gap + 1 - QuerySlots.Of(near).Count);
        if (slop <= most)
            return near;
        notes.Add($"In “{_field}” these words may have at most {most} others among them, so that they are found in one place and not in two.", near.Span.Start, near.Span.End);
        return near with { Slop = most };
    }

    private static bool HasTokens(QueryNode leaf) => (leaf is PhraseNode phrase ? QuerySlots.Of(phrase) : QuerySlots.Of((WordNode)leaf)).Count > 0;

    private bool IsOnePatternTooMany(QueryNode leaf)
    {
        var patterns = leaf is PhraseNode phrase ? phrase.Words.Count(word => word is not PlainWord) : leaf is PlainWord ? 0 : 1;
        var wereEnough = _patterns > QueryLimits.Patterns;
        _patterns += patterns;
        if (patterns == 0 || _patterns <= QueryLimits.Patterns)
            return false;
        if (!wereEnough)
            notes.Add($"The search has too many words with *, ? or ~: at most {QueryLimits.Patterns} are looked up, and from here on they were left out.", leaf.Span.Start, text.Length);
        return true;
    }

    /// <summary>Values are compared word by word in their order, codes whole.</summary>
    private QueryNode ReadValue(QueryNode leaf)
    {
        if (leaf is PhraseNode { Slop: not null } near)
        {
            notes.Add($"Values of “{_field}” are short: words near each other were read as words in this order.", near.Span.Start, near.Span.End);
            leaf = near with { Slop = null };
        }
        if (syntax.Fields[_field!] == FieldRole.Code && leaf is WildcardWord or FuzzyWord)
            notes.Add($"What stands behind “{_field}:” is compared as it is; * ? and ~ mean nothing there.", leaf.Span.Start, leaf.Span.End);
        return leaf;
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
