namespace NewsSearch.Engine.Queries;

/// <summary>What <c>lux*</c>, <c>l?mousine</c> or <c>limosine~</c> accepts among terms.</summary>
/// <remarks>
/// Told twice: <see cref="Matches"/> judges a whole term and is the plain definition; the steps are the same language as an
/// automaton, by which a sorted dictionary is searched without walking all of it. Both count code points, so that a surrogate
/// pair is one character. Pattern and terms are folded alike by the caller. Immutable; any number of threads may share one.
/// </remarks>
internal abstract class TermPattern
{
    /// <summary>The state from which nothing is accepted.</summary>
    public const ulong Dead = 0;

    /// <summary>The state from which everything is accepted, whatever follows.</summary>
    public const ulong Everything = ulong.MaxValue;

    /// <summary>Every accepted term begins with it; may be empty. Lets a sorted term dictionary be narrowed.</summary>
    public abstract string Prefix { get; }

    /// <summary>No accepted term stands before it in the order of code points.</summary>
    public virtual string First => Prefix;

    /// <summary>False where the steps accept too much, so that <see cref="Matches"/> must judge what they accept.</summary>
    public virtual bool StepsDecide => true;

    /// <summary>The state before the first character.</summary>
    public abstract ulong Start { get; }

    /// <summary>Requires: no lone surrogates; the tokenizer gives none.</summary>
    public abstract bool Matches(ReadOnlySpan<char> term);

    /// <summary>The state behind one more character. Requires: a state that is neither dead nor everything.</summary>
    public abstract ulong Step(ulong state, int codePoint);

    /// <summary>Whether a term may end here.</summary>
    public abstract bool IsAccepting(ulong state);

    /// <summary>The least number above <paramref name="codePoint"/> that leads on from a state; -1 where none does.</summary>
    public abstract int NextAlive(ulong state, int codePoint);

    /// <summary>Whether a look at the whole term shows what the steps behind a state that cannot die would: it is not accepted.</summary>
    /// <param name="state">The state behind a beginning of the term.</param>
    /// <param name="term">In UTF-8.</param>
    public virtual bool RulesOut(ulong state, ReadOnlySpan<byte> term) => false;

    /// <summary>As in a query; equal for patterns that accept the same.</summary>
    public abstract override string ToString();

    /// <summary>A text with <c>*</c> and <c>?</c>, the pieces between them folded.</summary>
    public static TermPattern Wildcard(string foldedPattern) => new WildcardPattern(foldedPattern);

    /// <summary>A folded word and the number of edits allowed, 0 to 2.</summary>
    public static TermPattern Fuzzy(string foldedWord, int distance) => new FuzzyPattern(foldedWord, distance);

    /// <summary>Terms between two bounds, in the order of code points; null is open.</summary>
    public static TermPattern Range(string? from, bool includesFrom, string? to, bool includesTo) => new RangePattern(from, includesFrom, to, includesTo);
}
