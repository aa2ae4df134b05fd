namespace NewsSearch.Engine.Queries;

/// <summary>The user's text -> the best reading of it. No text is an error; what was not understood is in the notes.</summary>
/// <remarks>
/// <code>
/// query    = list { "OR" list }                      -- OR binds loosest
/// list     = { chain }                               -- all of them, or with matchAny: any of them (see below)
/// chain    = operand { "AND" operand }
/// operand  = { "NOT" | "-" | "+" } item              -- "-" and "+" at the start of a word only
/// item     = "(" query ")" | name ":" ( operand | "(none)" ) | phrase | word | "*"
/// phrase   = quote { word } quote [ "~" number ]     -- quote: " “ ” „ ‟ « » 「 」 『 』
/// word     = letters, with "*" or "?" a pattern, with "~" [ "1" | "2" ] at its end a misspelling
/// </code>
/// <para>A name counts only if the syntax knows it; otherwise <c>name:</c> is part of a word (<c>http://…</c>, <c>12:30</c>).
/// Behind the name of a period field stand dates; inside the value of a field no further field is looked up. <c>(none)</c>, of
/// any field but texts, finds documents without a value. Full-width signs count as their ASCII forms.</para>
/// <para>With matchAny a list of more than one is split: what begins with <c>+</c> must be there, what is negated must not,
/// and of the others one must be there, unless something with <c>+</c> is: then they only add to the score.</para>
/// <para>A list of negatives alone is everything but these. An empty query is everything.</para>
/// <para>Guarantees of the tree: no And directly under an And, Or under Or, Not under Not, Field inside a Field; at most
/// 1,024 words, 100 of them patterns or misspellings, and 100 levels of parentheses. Time is linear in the text.</para>
/// </remarks>
public static class QueryParser
{
    /// <summary>Reads <paramref name="text"/>; <paramref name="matchAny"/> makes a list of words a disjunction.</summary>
    public static ParsedQuery Parse(string text, QuerySyntax syntax, bool matchAny = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(syntax);
        text = QuerySigns.Narrowed(text);
        var notes = new QueryNotes();
        var tokens = QueryLexer.Read(text, syntax, notes, out var wasCut);
        tokens = QueryRepair.BalanceParentheses(tokens, wasCut, notes);
        tokens = QueryRepair.DropIdleOperators(tokens, text, notes);
        var root = new QueryGrammar(text, tokens, syntax, matchAny, notes).ReadQuery() ?? new AllNode(new QuerySpan(0, text.Length));
        return new ParsedQuery(root, notes.InOrder(text.Length));
    }
}

/// <summary>What stands behind <c>field:</c> in a query.</summary>
public enum FieldRole
{
    /// <summary>Words of a text (<c>title:</c>, <c>said:</c>).</summary>
    Text,

    /// <summary>Values that contain the words (<c>outlet:</c>).</summary>
    Keyword,

    /// <summary>A code, compared whole (<c>lang:</c>).</summary>
    Code,

    /// <summary>A day, month or year, or a range of them (<c>date:</c>).</summary>
    Period,
}

/// <summary>The fields that a query may name, by their names in lower case.</summary>
public sealed record QuerySyntax(IReadOnlyDictionary<string, FieldRole> Fields)
{
    /// <summary>Texts of several values -> places left free between two of them: words near each other are looked for within less, so that they
    /// stand in one value.</summary>
    /// <value>Default: none has several.</value>
    public IReadOnlyDictionary<string, int> ValueGaps { get; init; } = new Dictionary<string, int>();
}
