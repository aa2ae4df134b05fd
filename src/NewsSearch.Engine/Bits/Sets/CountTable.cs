using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsSearch.Engine.Bits.Sets;

/// <summary>Ordinal -> count, all 0 at first. Lent and given back, so that no query allocates a table as long as a dictionary.</summary>
/// <remarks>
/// Counted in either of two ways. Through <see cref="Counts"/>, where many ordinals have one: what follows costs a fast look at every ordinal. Through
/// <see cref="Add"/>, where few have: the table remembers which, and nothing costs more than they do. One thread at a time.
/// </remarks>
internal sealed class CountTable : IDisposable
{
    private static readonly ConcurrentBag<CountTable> Free = [];

    private int[] _counts = [];
    private int[] _met = [];
    private int _metCount;
    private int _length;
    private bool _isSparse;

    private CountTable()
    {
    }

    /// <summary>All counts. Requires: the table was not rented as sparse.</summary>
    public Span<int> Counts => _counts.AsSpan(0, _length);

    public int this[int ordinal] => (uint)ordinal < (uint)_length ? _counts[ordinal] : 0;

    /// <summary>A table for ordinals [0, length). Whoever rents it disposes it.</summary>
    public static CountTable Rent(int length, bool isSparse)
    {
        var table = Free.TryTake(out var free) ? free : new CountTable();
        if (table._counts.Length < length) table._counts = new int[(int)BitOperations.RoundUpToPowerOf2((uint)length)];
        if (isSparse && table._met.Length <= length) table._met = new int[table._counts.Length + 1]; // one more than can be met
        (table._length, table._isSparse) = (length, isSparse);
        return table;
    }

    /// <summary>Counts one and remembers the ordinal. Requires: rented as sparse.</summary>
    public void Add(int ordinal)
    {
        _met[_metCount] = ordinal;
        _metCount += _counts[ordinal]++ == 0 ? 1 : 0;
    }

    /// <summary>Takes one off. Requires: it was counted.</summary>
    public void Remove(int ordinal) => _counts[ordinal]--;

    /// <summary>The next ordinal, in no particular order, that counts at least so many (1 or more); -1 where there is none.</summary>
    /// <param name="at">Where to go on; 0 at first.</param>
    /// <param name="least">May grow from call to call.</param>
    public int Next(ref int at, int least)
    {
        if (!_isSparse)
        {
            var found = NextAtLeast(Counts, at, least);
            at = found + 1;
            return found < _length ? found : -1;
        }

        while (at < _metCount)
        {
            if (_counts[_met[at++]] >= least) return _met[at - 1];
        }

        return -1;
    }

    /// <summary>Adds counts[i] to the count of ordinals[i], of all or, where <paramref name="ordinals"/> is the identity, of vectors at once; an
    /// ordinal below 0 counts nothing. Requires: not sparse.</summary>
    public void AddAll(ReadOnlySpan<int> counts, ReadOnlySpan<int> ordinals, bool isIdentity)
    {
        if (!isIdentity)
        {
            for (var i = 0; i < ordinals.Length; i++)
            {
                if (counts[i] != 0 && ordinals[i] >= 0) _counts[ordinals[i]] += counts[i];
            }

            return;
        }

        var sums = Counts[..counts.Length];
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(sums);
        var added = MemoryMarshal.Cast<int, Vector<int>>(counts);
        for (var i = 0; i < vectors.Length; i++) vectors[i] += added[i];
        for (var i = vectors.Length * Vector<int>.Count; i < sums.Length; i++) sums[i] += counts[i];
    }

    /// <summary>Gives the table back, clean.</summary>
    public void Dispose()
    {
        if (_isSparse) foreach (var ordinal in _met.AsSpan(0, _metCount)) _counts[ordinal] = 0;
        else Counts.Clear();
        _metCount = 0;
        if (Free.Count < Environment.ProcessorCount) Free.Add(this);
    }

    /// <summary>The first place from <paramref name="from"/> on with at least so many; counts.Length where there is none.</summary>
    internal static int NextAtLeast(ReadOnlySpan<int> counts, int from, int least)
    {
        var at = from;
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(counts[from..]);
        var enough = new Vector<int>(least);
        foreach (var vector in vectors)
        {
            if (Vector.GreaterThanOrEqualAny(vector, enough)) break;
            at += Vector<int>.Count;
        }

        while (at < counts.Length && counts[at] < least) at++;
        return at;
    }
}
