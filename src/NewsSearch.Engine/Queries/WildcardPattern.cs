namespace NewsSearch.Engine.Queries;

/// <summary><c>*</c> accepts any run, also none; <c>?</c> one character (a surrogate pair is one); the rest itself.</summary>
internal sealed class WildcardPattern : TermPattern
{
    private readonly string _pattern;
    private readonly string _longestPiece;
    private readonly int _shortestTerm;

    public WildcardPattern(string foldedPattern)
    {
        _pattern = foldedPattern;
        var firstWildcard = foldedPattern.AsSpan().IndexOfAny('*', '?');
        Prefix = firstWildcard < 0 ? foldedPattern : foldedPattern[..firstWildcard];
        _longestPiece = foldedPattern.Split('*', '?').MaxBy(piece => piece.Length)!;
        _shortestTerm = foldedPattern.Length - foldedPattern.AsSpan().Count('*');
    }

    public override string Prefix { get; }

    /// <remarks>
    /// The greedy matcher: on a mismatch only the last star seen takes one more character, because an earlier star that took
    /// more could not help. No recursion; at worst pattern times term, for ordinary patterns linear in the term.
    /// </remarks>
    public override bool Matches(ReadOnlySpan<char> term)
    {
        // Rules most terms out, by vector instructions.
        if (term.Length < _shortestTerm || !term.StartsWith(Prefix, StringComparison.Ordinal) || term.IndexOf(_longestPiece) < 0)
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

    public override string ToString() => _pattern;

    private static int CharacterLength(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
}
