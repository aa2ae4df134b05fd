using System.Diagnostics;
using System.Numerics;

namespace NewsSearch.Engine.Queries;

/// <summary>A word and the terms within a few edits of it: insert, delete, replace one UTF-16 unit, swap two neighbours.</summary>
/// <remarks>
/// Source: optimal string alignment, the restricted edit distance of Damerau (1964), by the recurrence of Wagner and
/// Fischer (1974) with his swap added; no part is edited twice. Only the 2k+1 cells around the diagonal are computed
/// (Ukkonen 1985), since outside of them the distance exceeds k.
/// </remarks>
internal sealed class FuzzyPattern(string foldedWord, int distance) : TermPattern
{
    /// <summary>More than any distance that is asked for.</summary>
    private const int Far = 100;

    private readonly ulong _letters = Letters(foldedWord);

    public override string Prefix => distance == 0 ? foldedWord : "";

    public override bool Matches(ReadOnlySpan<char> term)
    {
        Debug.Assert(distance is >= 0 and <= 2, "the band below is laid out for up to two edits");
        if (Math.Abs(term.Length - foldedWord.Length) > distance)
            return false;
        // An edit brings in at most one letter and takes away at most one: rules most terms out.
        var letters = Letters(term);
        if (BitOperations.PopCount(letters & ~_letters) > distance || BitOperations.PopCount(_letters & ~letters) > distance)
            return false;

        // row[d] is the distance between word[..i] and term[..j] with j = i + d - distance, for d in [0, 2 * distance].
        var width = (2 * distance) + 1;
        Span<int> rows = (stackalloc int[15])[..(3 * width)]; // a width is 5 at most
        Span<int> row = rows[..width], previous = rows[width..(2 * width)], beforeThat = rows[(2 * width)..];
        for (var d = 0; d < width; d++)
            row[d] = d < distance ? Far : d - distance;

        for (var i = 1; i <= foldedWord.Length; i++)
        {
            var free = beforeThat;
            beforeThat = previous;
            previous = row;
            row = free;
            if (!FillRow(term, i, row, previous, beforeThat))
                return false;
        }
        return row[term.Length - foldedWord.Length + distance] <= distance;
    }

    /// <summary>A set of the letters by their last six bits; letters that share a bit only make it rule out less.</summary>
    private static ulong Letters(ReadOnlySpan<char> text)
    {
        var letters = 0UL;
        foreach (var letter in text)
            letters |= 1UL << (letter & 63);
        return letters;
    }

    public override string ToString() => $"{foldedWord}~{distance}";

    /// <summary>False if the whole row is out of reach.</summary>
    private bool FillRow(ReadOnlySpan<char> term, int i, Span<int> row, Span<int> previous, Span<int> beforeThat)
    {
        var least = Far;
        for (var d = 0; d < row.Length; d++)
        {
            var j = i + d - distance;
            var best = Far;
            if (j == 0)
            {
                best = i;
            }
            else if (j > 0 && j <= term.Length)
            {
                best = previous[d] + (foldedWord[i - 1] == term[j - 1] ? 0 : 1);
                if (d + 1 < row.Length)
                    best = Math.Min(best, previous[d + 1] + 1);
                if (d > 0)
                    best = Math.Min(best, row[d - 1] + 1);
                if (i > 1 && j > 1 && foldedWord[i - 1] == term[j - 2] && foldedWord[i - 2] == term[j - 1])
                    best = Math.Min(best, beforeThat[d] + 1);
            }
            row[d] = best;
            least = Math.Min(least, best);
        }
        return least <= distance;
    }
}
