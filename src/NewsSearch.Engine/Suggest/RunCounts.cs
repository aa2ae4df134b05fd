using System.Runtime.InteropServices;

namespace NewsSearch.Engine.Suggest;

/// <summary>Run of words, as a hash of 64 bits -> how often it came. Memory is bounded; where it is full, the rarest are forgotten.</summary>
/// <remarks>
/// Lossy counting (Manku and Motwani 2002) without its buckets: what came no more often than the floor is dropped, and the floor rises until half
/// the table is free, so that a count is too low by no more than the floor at each time that the run was dropped. Two runs with one hash count
/// together, which among some millions happens once in a million.
/// </remarks>
internal sealed class RunCounts(int mostRuns = 3 << 20)
{
    private Dictionary<ulong, int> _counts = [];

    public static ulong HashOf(ReadOnlySpan<char> term)
    {
        var hash = 14695981039346656037UL; // FNV-1a, by Fowler, Noll and Vo, over UTF-16 units
        foreach (var letter in term) hash = (hash ^ letter) * 1099511628211UL;
        return Mixed(hash);
    }

    /// <summary>The hash of a run with one more word behind it.</summary>
    public static ulong Behind(ulong run, ulong word) => Mixed((run * 0x9E3779B97F4A7C15UL) + word);

    public int Of(ulong run) => _counts.GetValueOrDefault(run);

    /// <summary>Counts a run once more; gives its count.</summary>
    public int Add(ulong run)
    {
        if (_counts.Count >= mostRuns) Forget();
        return ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, run, out _);
    }

    private void Forget()
    {
        var floor = 0;
        int left;
        do
        {
            floor++;
            left = _counts.Values.Count(count => count > floor);
        }
        while (left > mostRuns / 2);
        var kept = new Dictionary<ulong, int>(mostRuns);
        foreach (var (run, count) in _counts)
        {
            if (count > floor) kept[run] = count;
        }

        _counts = kept;
    }

    /// <summary>The finish of MurmurHash3 (Appleby): every bit comes to depend on every other.</summary>
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
