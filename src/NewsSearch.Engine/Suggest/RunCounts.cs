namespace NewsSearch.Engine.Suggest;

/// <summary>Run of words, as a hash of 64 bits -> how often it came. Memory is bounded; where it is full, the rarest are forgotten.</summary>
/// <remarks>
/// Lossy counting (Manku and Motwani 2002) without its buckets: what came no more often than the floor is dropped, and the floor rises until half
/// the table is free, so that a count is too low by no more than the floor at each time that the run was dropped. Two runs with one hash count
/// together, which among some millions happens once in a million.
/// </remarks>
internal sealed class RunCounts(int mostRuns = 3 << 20)
{
    private const int FirstSlots = 1 << 10;

    // Open addressing with linear probing: a run is one look at memory. A count of 0 is a free slot.
    private (ulong Run, int Count, int Note)[] _slots = new (ulong, int, int)[FirstSlots];
    private int _used;

    // Eight bits a slot, one of them set for each run that is kept: most runs are told to be none without a look at the table.
    private ulong[] _kept = [ulong.MaxValue];

    public static ulong HashOf(ReadOnlySpan<char> term)
    {
        var hash = 14695981039346656037UL; // FNV-1a, by Fowler, Noll and Vo, over UTF-16 units
        foreach (var letter in term) hash = (hash ^ letter) * 1099511628211UL;
        return Mixed(hash);
    }

    /// <summary>The hash of a run with one more word behind it.</summary>
    public static ulong Behind(ulong run, ulong word) => Mixed((run * 0x9E3779B97F4A7C15UL) + word);

    public int Of(ulong run) => _slots[Find(run)].Count;

    /// <summary>0 where a run was not kept; 1 where it may have been, as told by a look at few bytes.</summary>
    public int MayBeKept(ulong run) => (int)(_kept[KeptWord(run)] >> (int)run & 1);

    /// <summary>The place of a run, which does not change once those to keep are told; -1 where it did not come, or was forgotten.</summary>
    public int SlotOf(ulong run) => Find(run) is var at && _slots[at].Count > 0 ? at : -1;

    /// <summary>What the caller notes about the run of a place; 0 at first.</summary>
    public ref int NoteAt(int slot) => ref _slots[slot].Note;

    /// <summary>Counts a run once more; gives its count.</summary>
    public int Add(ulong run)
    {
        if (_used >= mostRuns) Forget();
        ref var slot = ref _slots[Find(run)];
        if (slot.Count++ > 0) return slot.Count;
        slot.Run = run;
        if (++_used > _slots.Length / 4 * 3) Rebuild(2 * _slots.Length, floor: 0);
        return 1;
    }

    /// <summary>Forgets what came fewer times, and gives the memory back. Nothing is counted any more.</summary>
    public void Keep(int least)
    {
        var slots = FirstSlots;
        for (var left = _slots.Count(slot => slot.Count >= least); left > slots / 2; slots *= 2)
        {
        }
        Rebuild(slots, least - 1);
        _kept = new ulong[slots / 8];
        foreach (var slot in _slots.Where(slot => slot.Count > 0)) _kept[KeptWord(slot.Run)] |= 1UL << (int)slot.Run;
    }

    /// <summary>The slot of a run, or the free one where it belongs.</summary>
    private int Find(ulong run)
    {
        var mask = _slots.Length - 1;
        var at = (int)(run & (uint)mask);
        while (_slots[at].Count > 0 && _slots[at].Run != run) at = (at + 1) & mask;
        return at;
    }

    /// <summary>The bit is told by the lowest bits of a run, its word by the highest.</summary>
    private int KeptWord(ulong run) => (int)(run >> 32) & (_kept.Length - 1);

    private void Forget()
    {
        var floor = 0;
        int left;
        do
        {
            floor++;
            left = _slots.Count(slot => slot.Count > floor);
        }
        while (left > mostRuns / 2);
        Rebuild(_slots.Length, floor);
    }

    private void Rebuild(int slotCount, int floor)
    {
        var left = Array.FindAll(_slots, slot => slot.Count > floor);
        if (slotCount != _slots.Length) _slots = new (ulong, int, int)[slotCount];
        Array.Clear(_slots); // a new array, too: pages that are read before they are written cost two faults each
        _used = 0;
        foreach (var slot in left)
        {
            _slots[Find(slot.Run)] = slot;
            _used++;
        }
    }

    /// <summary>The finish of MurmurHash3 (Appleby): every bit comes to depend on every other.</summary>
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
