namespace NewsSearch.Engine.Queries;

/// <summary>Makes the tokens of any text fit the grammar: parentheses balanced, every operator with its operands.</summary>
internal static class QueryRepair
{
    /// <summary>Guarantees: every Open has its Close before the End, at most <see cref="QueryLimits.Nesting"/> deep.</summary>
    /// <remarks>A pair that lies too deep is taken away, a Close without an Open too; what is open at the end is closed there.</remarks>
    public static List<QueryToken> BalanceParentheses(List<QueryToken> tokens, bool wasCut, QueryNotes notes)
    {
        var balanced = new List<QueryToken>(tokens.Count);
        var open = new Stack<QueryToken>();
        var toldNesting = false;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case QueryTokenKind.Open:
                    open.Push(token);
                    if (open.Count > QueryLimits.Nesting)
                    {
                        if (!toldNesting)
                            notes.Add($"Parentheses deeper than {QueryLimits.Nesting} were left out.", token.Start, token.End);
                        toldNesting = true;
                        continue;
                    }
                    break;
                case QueryTokenKind.Close:
                    if (open.Count == 0)
                    {
                        notes.Add("This ) closes nothing; it was left out.", token.Start, token.End);
                        continue;
                    }
                    open.Pop();
                    if (open.Count >= QueryLimits.Nesting)
                        continue;
                    break;
                case QueryTokenKind.End:
                    CloseAll(open, token, balanced, wasCut, notes);
                    break;
            }
            balanced.Add(token);
        }
        return balanced;
    }

    private static void CloseAll(Stack<QueryToken> open, QueryToken end, List<QueryToken> balanced, bool wasCut, QueryNotes notes)
    {
        while (open.TryPop(out var unclosed))
        {
            if (open.Count >= QueryLimits.Nesting)
                continue;
            if (!wasCut)
                notes.Add("This ( is not closed; it was read to the end.", unclosed.Start, unclosed.End);
            balanced.Add(new QueryToken(QueryTokenKind.Close, end.Start, end.End));
        }
    }

    /// <summary>Takes away what joins nothing.</summary>
    /// <remarks>Requires: balanced parentheses. Guarantees: And and Or stand between operands, a sign or a field name before one,
    /// no parentheses are empty.</remarks>
    public static List<QueryToken> DropIdleOperators(List<QueryToken> tokens, string text, QueryNotes notes)
    {
        var tidy = new List<QueryToken>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Kind is QueryTokenKind.And or QueryTokenKind.Or)
            {
                DropEnd(tidy, IsPrefix);
                if (tidy.Count == 0 || tidy[^1].Kind is not (QueryTokenKind.Leaf or QueryTokenKind.Close))
                {
                    Note(token);
                    continue;
                }
            }
            else if (token.Kind is QueryTokenKind.Close or QueryTokenKind.End)
            {
                DropEnd(tidy, kind => IsPrefix(kind) || kind is QueryTokenKind.And or QueryTokenKind.Or);
                if (token.Kind == QueryTokenKind.Close && tidy[^1].Kind == QueryTokenKind.Open)
                {
                    notes.Add("There is nothing to look for between these parentheses.", tidy[^1].Start, token.End);
                    tidy.RemoveAt(tidy.Count - 1);
                    DropEnd(tidy, IsPrefix);
                    continue;
                }
            }
            tidy.Add(token);
        }
        return tidy;

        void DropEnd(List<QueryToken> list, Predicate<QueryTokenKind> isDropped)
        {
            for (; list.Count > 0 && isDropped(list[^1].Kind); list.RemoveAt(list.Count - 1))
                Note(list[^1]);
        }

        void Note(QueryToken token) =>
            notes.Add($"“{text[token.Start..token.End]}” has nothing to work on here; it was left out.", token.Start, token.End);
    }

    private static bool IsPrefix(QueryTokenKind kind) =>
        kind is QueryTokenKind.Not or QueryTokenKind.Minus or QueryTokenKind.Plus or QueryTokenKind.Field;
}
