namespace NewsSearch.Engine.Queries;

/// <summary>What <c>lux*</c>, <c>l?mousine</c> or <c>limosine~</c> accepts among terms.</summary>
/// <remarks>Pattern and terms are folded alike by the caller. Immutable; any number of threads may share one.</remarks>
internal abstract class TermPattern
{
    /// <summary>Every accepted term begins with it; may be empty. Lets a sorted term dictionary be narrowed.</summary>
    public abstract string Prefix { get; }

    public abstract bool Matches(ReadOnlySpan<char> term);

    /// <summary>As in a query; equal for patterns that accept the same.</summary>
    public abstract override string ToString();

    /// <summary>A text with <c>*</c> and <c>?</c>, the pieces between them folded.</summary>
    public static TermPattern Wildcard(string foldedPattern) => new WildcardPattern(foldedPattern);

    /// <summary>A folded word and the number of edits allowed, 0 to 2.</summary>
    public static TermPattern Fuzzy(string foldedWord, int distance) => new FuzzyPattern(foldedWord, distance);
}
