using System.Diagnostics;
using System.Numerics;

namespace NewsSearch.Engine.Queries;

/// <summary>A word and the terms within a few edits of it: insert, delete, replace one character, swap two neighbours.</summary>
/// <remarks>
/// Source: optimal string alignment, the restricted edit distance of Damerau (1964), by the recurrence of Wagner and
/// Fischer (1974) with his swap added; no part is edited twice. Only the 2k+1 cells around the diagonal are computed
/// (Ukkonen 1985), since outside of them the distance exceeds k.
/// The steps simulate the automaton of Schulz and Mihov (2002) with its states as bits (Wu and Manber 1992). A state holds
/// t, the number of characters read (bits 40 and up), and for each number of edits e in [0, k] a row (bits 8e and up): bit d
/// says that the first t + d - k characters of the word have been read with e edits. For e in [1, k] a second row (bits
/// 16 + 8e and up) says the same of swaps whose first half has just been read; their d is that of one character before.
/// </remarks>
internal sealed class FuzzyPattern : TermPattern
{
    /// <summary>More than any distance that is asked for.</summary>
    private const int Far = 100;

    private const int CountShift = 40;

    private readonly string _text;
    private readonly int _distance;
    private readonly int[] _word;
    private readonly ulong _letters;

    /// <summary>The word between paddings that equal no character: <c>[t + d + 1]</c> is what row bit d reads next.</summary>
    private readonly int[] _padded;

    public FuzzyPattern(string foldedWord, int distance)
    {
        Debug.Assert(distance is >= 0 and <= 2, "the bands below are laid out for up to two edits");
        _text = foldedWord;
        _distance = distance;
        _word = [.. foldedWord.EnumerateRunes().Select(rune => rune.Value)];
        _letters = Letters(_word);
        _padded = [.. Enumerable.Repeat(-1, distance + 1), .. _word, .. Enumerable.Repeat(-1, (2 * distance) + 2)];
        for (var edits = 0; edits <= distance; edits++)
            Start |= (((1UL << (edits + 1)) - 1) << distance & Inside(0)) << (8 * edits);
    }

    public override string Prefix => _distance == 0 ? _text : "";

    public override ulong Start { get; }

    public override bool Matches(ReadOnlySpan<char> term)
    {
        // A character is one unit or two.
        if (term.Length > 2 * (_word.Length + _distance) || term.Length < _word.Length - _distance)
            return false;
        var characters = term.Length <= 64 ? stackalloc int[64] : new int[term.Length];
        var length = 0;
        foreach (var rune in term.EnumerateRunes())
            characters[length++] = rune.Value;
        return Matches(characters[..length]);
    }

    public override ulong Step(ulong state, int codePoint)
    {
        var count = (int)(state >> CountShift);
        var equal = Equal(count, codePoint);
        var inside = Inside(count + 1);
        ulong next = 0, oneEditLess = 0, oneEditLessNow = 0;
        for (var edits = 0; edits <= _distance; edits++)
        {
            var row = Row(state, edits);
            var now = row & (equal >> 1);
            if (edits > 0)
            {
                var inserted = oneEditLess >> 1;
                var replaced = oneEditLess;
                var deleted = oneEditLessNow << 1;
                var swapped = SwapRow(state, edits) & equal;
                now |= inserted | replaced | deleted | swapped;
                next |= (oneEditLess & (equal >> 2)) << (16 + (8 * edits));
            }
            now &= inside;
            next |= now << (8 * edits);
            oneEditLess = row;
            oneEditLessNow = now;
        }
        return next == 0 ? Dead : next | ((ulong)(count + 1) << CountShift);
    }

    public override bool IsAccepting(ulong state)
    {
        var end = _word.Length - (int)(state >> CountShift) + _distance;
        var rows = Row(state, 0) | Row(state, 1) | Row(state, 2);
        return end >= 0 && end <= 2 * _distance && (rows >> end & 1) != 0;
    }

    public override int NextAlive(ulong state, int codePoint)
    {
        // With an edit to spare anything may be inserted.
        for (var edits = 0; edits < _distance; edits++)
        {
            if (Row(state, edits) != 0) return codePoint + 1;
        }

        var count = (int)(state >> CountShift);
        var awaited = (Row(state, _distance) << 1) | SwapRow(state, 1) | SwapRow(state, 2);
        var least = int.MaxValue;
        for (; awaited != 0; awaited &= awaited - 1)
        {
            var letter = _padded[count + BitOperations.TrailingZeroCount(awaited)];
            if (letter > codePoint && letter < least) least = letter;
        }

        return least == int.MaxValue ? -1 : least;
    }

    public override string ToString() => $"{_text}~{_distance}";

    private static ulong Row(ulong state, int edits) => state >> (8 * edits) & 0xFF;

    private static ulong SwapRow(ulong state, int edits) => state >> (16 + (8 * edits)) & 0xFF;

    /// <summary>The bits of a row that stand for no more characters than the word has.</summary>
    private ulong Inside(int count) => (1UL << Math.Clamp(_word.Length - count + _distance + 1, 0, (2 * _distance) + 1)) - 1;

    /// <summary>Bit j: the character equals <c>_padded[count + j]</c>.</summary>
    private ulong Equal(int count, int codePoint)
    {
        var window = _padded.AsSpan(count, (2 * _distance) + 3);
        var equal = 0UL;
        for (var j = 0; j < window.Length; j++)
        {
            if (window[j] == codePoint) equal |= 1UL << j;
        }

        return equal;
    }

    private bool Matches(ReadOnlySpan<int> term)
    {
        if (Math.Abs(term.Length - _word.Length) > _distance)
            return false;
        // An edit brings in at most one letter and takes away at most one: rules most terms out.
        var letters = Letters(term);
        if (BitOperations.PopCount(letters & ~_letters) > _distance || BitOperations.PopCount(_letters & ~letters) > _distance)
            return false;

        // row[d] is the distance between word[..i] and term[..j] with j = i + d - distance, for d in [0, 2 * distance].
        var width = (2 * _distance) + 1;
        Span<int> rows = (stackalloc int[15])[..(3 * width)]; // a width is 5 at most
        Span<int> row = rows[..width], previous = rows[width..(2 * width)], beforeThat = rows[(2 * width)..];
        for (var d = 0; d < width; d++)
            row[d] = d < _distance ? Far : d - _distance;

        for (var i = 1; i <= _word.Length; i++)
        {
            var free = beforeThat;
            beforeThat = previous;
            previous = row;
            row = free;
            if (!FillRow(term, i, row, previous, beforeThat))
                return false;
        }
        return row[term.Length - _word.Length + _distance] <= _distance;
    }

    /// <summary>A set of the letters by their last six bits; letters that share a bit only make it rule out less.</summary>
    private static ulong Letters(ReadOnlySpan<int> text)
    {
        var letters = 0UL;
        foreach (var letter in text)
            letters |= 1UL << (letter & 63);
        return letters;
    }

    /// <summary>False if the whole row is out of reach.</summary>
    private bool FillRow(ReadOnlySpan<int> term, int i, Span<int> row, Span<int> previous, Span<int> beforeThat)
    {
        var least = Far;
        for (var d = 0; d < row.Length; d++)
        {
            var j = i + d - _distance;
            var best = Far;
            if (j == 0)
            {
                best = i;
            }
            else if (j > 0 && j <= term.Length)
            {
                best = previous[d] + (_word[i - 1] == term[j - 1] ? 0 : 1);
                if (d + 1 < row.Length)
                    best = Math.Min(best, previous[d + 1] + 1);
                if (d > 0)
                    best = Math.Min(best, row[d - 1] + 1);
                if (i > 1 && j > 1 && _word[i - 1] == term[j - 2] && _word[i - 2] == term[j - 1])
                    best = Math.Min(best, beforeThat[d] + 1);
            }
            row[d] = best;
            least = Math.Min(least, best);
        }
        return least <= _distance;
    }
}
