namespace NewsSearch.Engine.Queries;

/// <summary>The terms between two bounds in the order of code points, which is that of their UTF-8 and of the dictionary.</summary>
/// <remarks>
/// A state holds the number of characters read (bits 3 and up), a bit that is always set (2), and whether they equal the beginning
/// of the upper bound (1) and of the lower one (0). Once they equal neither, every longer term lies between.
/// </remarks>
internal sealed class RangePattern : TermPattern
{
    private const int CountShift = 3;
    private const ulong Always = 4;
    private const ulong OnUpper = 2;
    private const ulong OnLower = 1;

    private readonly string? _from;
    private readonly string? _to;
    private readonly int[] _lower;
    private readonly int[] _upper;
    private readonly bool _includesFrom;
    private readonly bool _includesTo;

    public RangePattern(string? from, bool includesFrom, string? to, bool includesTo)
    {
        (_from, _includesFrom, _to, _includesTo) = (from, includesFrom, to, includesTo);
        (_lower, _upper) = (Characters(from), Characters(to));
        var common = from is null || to is null ? 0 : _lower.AsSpan().CommonPrefixLength(_upper);
        Prefix = string.Concat(_lower.Take(common).Select(char.ConvertFromUtf32));
        First = string.Concat(_lower.Select(char.ConvertFromUtf32));
        Start = State(0, from is not null, to is not null);
    }

    public override string Prefix { get; }

    public override string First { get; }

    public override ulong Start { get; }

    public override bool Matches(ReadOnlySpan<char> term)
    {
        var below = _to is null ? -1 : Compare(term, _upper);
        var above = _from is null ? 1 : Compare(term, _lower);
        return (above > 0 || (above == 0 && _includesFrom)) && (below < 0 || (below == 0 && _includesTo));
    }

    public override ulong Step(ulong state, int codePoint)
    {
        var count = (int)(state >> CountShift);
        var (onLower, onUpper) = ((state & OnLower) != 0, (state & OnUpper) != 0);
        if (onUpper)
        {
            if (count == _upper.Length || codePoint > _upper[count]) return Dead;
            onUpper = codePoint == _upper[count];
        }

        if (onLower && count < _lower.Length)
        {
            if (codePoint < _lower[count]) return Dead;
            onLower = codePoint == _lower[count];
        }
        else
        {
            onLower = false; // longer than the lower bound
        }

        return State(count + 1, onLower, onUpper);
    }

    public override bool IsAccepting(ulong state)
    {
        var count = (int)(state >> CountShift);
        if ((state & OnLower) != 0 && !(count == _lower.Length && _includesFrom)) return false;
        return (state & OnUpper) == 0 || count < _upper.Length || _includesTo;
    }

    public override int NextAlive(ulong state, int codePoint)
    {
        var count = (int)(state >> CountShift);
        var next = codePoint + 1;
        if ((state & OnLower) != 0 && count < _lower.Length) next = Math.Max(next, _lower[count]);
        return (state & OnUpper) != 0 && (count == _upper.Length || next > _upper[count]) ? -1 : next;
    }

    /// <summary>With the length of the first bound, since either may hold dots.</summary>
    public override string ToString() => $"{_from?.Length}{Print(_from, _includesFrom, _to, _includesTo)}";

    /// <summary><c>[a..b]</c> with both bounds, <c>{a..b}</c> without them, <c>[a..}</c> from a on.</summary>
    public static string Print(string? from, bool includesFrom, string? to, bool includesTo) =>
        $"{(from is not null && includesFrom ? '[' : '{')}{from}..{to}{(to is not null && includesTo ? ']' : '}')}";

    private static ulong State(int count, bool onLower, bool onUpper) => onLower || onUpper
        ? ((ulong)count << CountShift) | Always | (onUpper ? OnUpper : 0) | (onLower ? OnLower : 0)
        : Everything;

    /// <summary>A lone surrogate becomes U+FFFD, as in the terms.</summary>
    private static int[] Characters(string? bound) => bound is null ? [] : [.. bound.EnumerateRunes().Select(rune => rune.Value)];

    private static int Compare(ReadOnlySpan<char> term, ReadOnlySpan<int> bound)
    {
        var at = 0;
        foreach (var rune in term.EnumerateRunes())
        {
            if (at == bound.Length) return 1;
            if (rune.Value != bound[at]) return rune.Value.CompareTo(bound[at]);
            at++;
        }

        return at.CompareTo(bound.Length);
    }
}
