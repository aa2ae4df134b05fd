namespace NewsSearch.Ingest.Rebuilding;

/// <summary>128-bit hash -> value, for millions: an entry takes its own bytes and some six more, and nothing is moved when there are more.</summary>
/// <remarks>A dictionary takes up to twice its entries, and three times while it grows. Keys must be hashes: their low bits choose the slot.</remarks>
internal sealed class HashTable<T>
    where T : struct
{
    private const int ChunkBits = 12, ChunkLength = 1 << ChunkBits;

    private readonly List<(UInt128 Key, T Value)[]> _chunks = [];
    private int[] _slots = new int[ChunkLength]; // number of the entry + 1, linear probing

    public int Count { get; private set; }

    public bool Contains(UInt128 key) => _slots[Slot(key)] > 0;

    /// <summary>The value of a key; a new key has the default value.</summary>
    public ref T GetOrAdd(UInt128 key, out bool isNew)
    {
        var slot = Slot(key);
        isNew = _slots[slot] == 0;
        if (!isNew) return ref Entry(_slots[slot] - 1).Value;
        if (Count == _chunks.Count << ChunkBits) _chunks.Add(new (UInt128, T)[ChunkLength]);
        _slots[slot] = ++Count;
        ref var entry = ref Entry(Count - 1);
        entry.Key = key;
        if (Count > _slots.Length / 4 * 3) Grow();
        return ref entry.Value;
    }

    private ref (UInt128 Key, T Value) Entry(int number) => ref _chunks[number >> ChunkBits][number & (ChunkLength - 1)];

    /// <summary>The slot of a key, or the free one where it belongs.</summary>
    private int Slot(UInt128 key)
    {
        var slot = (int)(uint)key & (_slots.Length - 1);
        while (_slots[slot] > 0 && Entry(_slots[slot] - 1).Key != key) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        for (var number = 0; number < Count; number++) _slots[Slot(Entry(number).Key)] = number + 1;
    }
}
