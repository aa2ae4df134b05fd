namespace NewsSearch.Engine.Queries;

/// <summary><c>*</c> accepts any run, also none; <c>?</c> one character (a surrogate pair is one); the rest itself.</summary>
internal sealed class WildcardPattern : TermPattern
{
    private readonly string _pattern;
    private readonly int _shortestTerm;

    public WildcardPattern(string foldedPattern)
    {
        _pattern = foldedPattern;
        var firstWildcard = foldedPattern.AsSpan().IndexOfAny('*', '?');
        Prefix = firstWildcard < 0 ? foldedPattern : foldedPattern[..firstWildcard];
        _shortestTerm = foldedPattern.Length - foldedPattern.AsSpan().Count('*');
    }

    public override string Prefix { get; }

    /// <remarks>
    /// The greedy matcher: on a mismatch only the last star seen takes one more character, because an earlier star that took
    /// more could not help. No recursion; at worst pattern times term, for ordinary patterns linear in the term.
    /// </remarks>
    public override bool Matches(ReadOnlySpan<char> term)
    {
        if (term.Length < _shortestTerm || !term.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        int at = Prefix.Length, t = Prefix.Length, star = -1, resume = 0;
        while (t < term.Length)
        {
            if (at < _pattern.Length && _pattern[at] == '*')
            {
                star = at++;
                resume = t;
            }
            else if (at < _pattern.Length && _pattern[at] == '?')
            {
                at++;
                t += CharacterLength(term, t);
            }
            else if (at < _pattern.Length && _pattern[at] == term[t])
            {
                at++;
                t++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                resume += CharacterLength(term, resume);
                t = resume;
            }
            else
            {
                return false;
            }
        }
        return _pattern.AsSpan(at).IndexOfAnyExcept('*') < 0;
    }

    private static int CharacterLength(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
}
