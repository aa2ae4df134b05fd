using System.Text;

namespace NewsSearch.Engine.Queries;

/// <summary><c>*</c> accepts any run, also none; <c>?</c> one character (a surrogate pair is one); the rest itself.</summary>
/// <remarks>
/// The steps are Shift-And (Baeza-Yates and Gonnet 1992) with stars as loops: bit i of a state says that the first i characters
/// of the pattern, stars not counted, have been accepted.
/// </remarks>
internal sealed class WildcardPattern : TermPattern
{
    /// <summary>Characters that the bits of a state hold; a longer pattern is stepped as if a star followed them.</summary>
    private const int MostSteps = 62;

    private readonly string _pattern;
    private readonly string _longestPiece;
    private readonly int _shortestTerm;

    /// <summary>The longest piece behind the first star; every accepted term holds it.</summary>
    private readonly byte[] _behindStar;

    /// <summary>Distinct characters, and for each where it leads on.</summary>
    private readonly int[] _letters;
    private readonly ulong[] _lettersAt;
    private readonly ulong _anyAt;
    private readonly ulong _starAt;
    private readonly ulong _end;

    public WildcardPattern(string foldedPattern)
    {
        // A lone surrogate becomes U+FFFD, as in the terms.
        _pattern = string.Concat(foldedPattern.EnumerateRunes());
        var firstWildcard = _pattern.AsSpan().IndexOfAny('*', '?');
        Prefix = firstWildcard < 0 ? _pattern : _pattern[..firstWildcard];
        _longestPiece = _pattern.Split('*', '?').MaxBy(piece => piece.Length)!;
        _behindStar = Encoding.UTF8.GetBytes(_pattern.Split('*').Skip(1).SelectMany(part => part.Split('?')).MaxBy(piece => piece.Length) ?? "");
        _shortestTerm = _pattern.Length - _pattern.AsSpan().Count('*');

        var at = 0;
        var letters = new SortedDictionary<int, ulong>();
        foreach (var rune in _pattern.EnumerateRunes())
        {
            if (at == MostSteps)
            {
                StepsDecide = false;
                _starAt |= 1UL << at;
                break;
            }
            if (rune.Value == '*') _starAt |= 1UL << at;
            else if (rune.Value == '?') _anyAt |= 1UL << at++;
            else letters[rune.Value] = letters.GetValueOrDefault(rune.Value) | (1UL << at++);
        }
        _letters = [.. letters.Keys];
        _lettersAt = [.. letters.Values];
        _end = 1UL << at;
        Start = Reached(1);
    }

    public override string Prefix { get; }

    public override bool StepsDecide { get; } = true;

    public override ulong Start { get; }

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

    public override ulong Step(ulong state, int codePoint)
    {
        var leadOn = _anyAt;
        for (var i = 0; i < _letters.Length; i++)
        {
            if (_letters[i] == codePoint) leadOn |= _lettersAt[i];
        }

        return Reached(((state & leadOn) << 1) | (state & _starAt));
    }

    public override bool IsAccepting(ulong state) => (state & _end) != 0;

    public override int NextAlive(ulong state, int codePoint)
    {
        if ((state & (_anyAt | _starAt)) != 0) return codePoint + 1;
        for (var i = 0; i < _letters.Length; i++)
        {
            if (_letters[i] > codePoint && (state & _lettersAt[i]) != 0) return _letters[i];
        }

        return -1;
    }

    /// <remarks>Behind a star no state dies, so the steps would go to the end of every term; this is by vector instructions.</remarks>
    public override bool RulesOut(ulong state, ReadOnlySpan<byte> term) => (state & _starAt) != 0 && term.IndexOf(_behindStar) < 0;

    public override string ToString() => _pattern;

    private ulong Reached(ulong state) => (state & _end & _starAt) != 0 ? Everything : state;

    private static int CharacterLength(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
}
