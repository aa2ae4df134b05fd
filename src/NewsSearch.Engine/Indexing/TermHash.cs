using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Indexing;

/// <summary>Term bytes -> dense id in order of first sight, while a segment is made. Terms lie in one arena.</summary>
internal sealed class TermHash
{
    private readonly ByteBuffer _arena = new(1 << 12);
    private readonly List<int> _starts = [0];
    private int[] _slots = new int[1 << 10];

    public int Count => _starts.Count - 1;

    public long MemoryBytes => _arena.Length + (4L * (_slots.Length + _starts.Count));

    /// <summary>The bytes of a term; valid until the next GetOrAdd.</summary>
    public ReadOnlySpan<byte> this[int id] => _arena.Written[_starts[id].._starts[id + 1]];

    public int GetOrAdd(ReadOnlySpan<byte> term)
    {
        var mask = _slots.Length - 1;
        var slot = ByteHash.Of(term) & mask;
        while (_slots[slot] != 0)
        {
            var id = _slots[slot] - 1;
            if (this[id].SequenceEqual(term)) return id;
            slot = (slot + 1) & mask;
        }

        _arena.Write(term);
        _starts.Add(_arena.Length);
        _slots[slot] = Count;
        if (Count > _slots.Length / 2) Rehash();
        return Count - 1;
    }

    /// <summary>Ids in byte order of their terms.</summary>
    public int[] Sorted()
    {
        var ids = new int[Count];
        for (var id = 0; id < ids.Length; id++) ids[id] = id;
        Array.Sort(ids, (a, b) => this[a].SequenceCompareTo(this[b]));
        return ids;
    }

    private void Rehash()
    {
        var slots = new int[2 * _slots.Length];
        for (var id = 0; id < Count; id++)
        {
            var slot = ByteHash.Of(this[id]) & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = id + 1;
        }

        _slots = slots;
    }
}
