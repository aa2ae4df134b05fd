namespace NewsSearch.Engine.Queries;

/// <summary>A stretch [Start, End) of the user's query text, in UTF-16 code units.</summary>
public readonly record struct QuerySpan(int Start, int End);

/// <summary>The syntax of a query: unanalysed words with their places in the user's text. Analysis happens behind the backend.</summary>
public abstract record QueryNode(QuerySpan Span);

/// <summary>Every document.</summary>
public sealed record AllNode(QuerySpan Span) : QueryNode(Span);

/// <summary>One run of text of a query that an analyzer will turn into tokens: a word, a pattern or a misspelling.</summary>
/// <remarks>The leaf types that may stand inside a phrase.</remarks>
public abstract record WordNode(string Text, QuerySpan Span) : QueryNode(Span);

/// <summary>A word as typed. Bare it matches in any inflection (several tokens: as an exact phrase); inside a phrase exactly.</summary>
public sealed record PlainWord(string Text, QuerySpan Span) : WordNode(Text, Span);

/// <summary>A word with <c>*</c> (any run, also none) and <c>?</c> (one character); at least one other character.</summary>
public sealed record WildcardWord(string Text, QuerySpan Span) : WordNode(Text, Span);

/// <summary>A word and those within <paramref name="Distance"/> edits (1 or 2; insert, delete, replace, swap of neighbours).</summary>
public sealed record FuzzyWord(string Text, int Distance, QuerySpan Span) : WordNode(Text, Span);

/// <summary>The words from one to another in the order of code points, both folded; in a keyword field the whole values, as they stand.</summary>
/// <remarks>For callers: the query language has no form for it.</remarks>
/// <param name="From">The lower bound; null is open.</param>
/// <param name="IncludesFrom">Whether it belongs to the range.</param>
/// <param name="To">The upper bound; null is open.</param>
/// <param name="IncludesTo">Whether it belongs to the range.</param>
/// <param name="Span">Its place.</param>
public sealed record RangeWord(string? From, bool IncludesFrom, string? To, bool IncludesTo, QuerySpan Span)
    : WordNode(RangePattern.Print(From, IncludesFrom, To, IncludesTo), Span);

/// <summary>Quoted words: exactly these forms; in this order and adjacent, or with <paramref name="Slop"/> in any order
/// with at most that many other words inside the smallest window that holds them.</summary>
/// <remarks>Invariant: Words is not empty. One word without slop is an exact word.</remarks>
public sealed record PhraseNode(IReadOnlyList<WordNode> Words, int? Slop, QuerySpan Span) : QueryNode(Span);

/// <summary>All of them. Invariant: at least two children.</summary>
public sealed record AndNode(IReadOnlyList<QueryNode> Children, QuerySpan Span) : QueryNode(Span);

/// <summary>Any of them. Invariant: at least two children.</summary>
public sealed record OrNode(IReadOnlyList<QueryNode> Children, QuerySpan Span) : QueryNode(Span);

/// <summary>All documents but these.</summary>
public sealed record NotNode(QueryNode Child, QuerySpan Span) : QueryNode(Span);

/// <summary>The child, looked up in one field (<c>title:</c>, <c>outlet:</c>). Field is the schema's name in lower case.</summary>
public sealed record FieldNode(string Field, QueryNode Child, QuerySpan Span) : QueryNode(Span);

/// <summary>Values of a period field between two bounds, both included, as the user wrote them; null is open.</summary>
/// <remarks>A bound is an ISO date cut to what is known: the lower counts from its first day, the upper to its last.</remarks>
public sealed record PeriodNode(string Field, string? From, string? To, QuerySpan Span) : QueryNode(Span);

/// <summary>Documents without a value of the field around it, which is no text.</summary>
public sealed record NoValueNode(QuerySpan Span) : QueryNode(Span);

/// <summary>What the parser did not understand, or left out, and where.</summary>
public sealed record QueryNote(string Text, int Start, int End);

/// <summary>The best reading of a query text, with notes on what was not understood.</summary>
public sealed record ParsedQuery(QueryNode Root, IReadOnlyList<QueryNote> Notes);
