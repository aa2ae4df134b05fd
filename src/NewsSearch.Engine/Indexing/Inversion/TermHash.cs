using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>What a term is looked up by.</summary>
/// <param name="First">Its first 16 bytes (<see cref="ByteHash.Key"/>): most terms are compared without a look at their bytes.</param>
/// <param name="Hash">Of all its bytes.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct TermKey(UInt128 First, uint Hash, int Length)
{
    /// <summary>Of the first <paramref name="length"/> bytes.</summary>
    public static TermKey Of(ReadOnlySpan<byte> bytes, int length)
    {
        var first = ByteHash.Key(bytes, length);
        return new TermKey(first, ByteHash.Of(first, bytes, length), length);
    }
}

/// <summary>A term and where its occurrences lie.</summary>
internal struct LoggedTerm
{
    public UInt128 First;

    public int Length;

    /// <summary>Its first byte in the arena.</summary>
    public int Start;

    public OccurrenceChain Occurrences;
}

/// <summary>Term bytes -> the term's entry, while a segment is made. Entries have dense ids in order of first sight; bytes lie in one arena.</summary>
/// <remarks>A slot holds id + 1 below and the hash above, so that nearly every entry that is looked at is the right one.</remarks>
internal sealed class TermHash
{
    /// <summary>Keys that are looked up at once, at most.</summary>
    public const int FindAtMost = 32;

    private readonly ByteBuffer _arena = new(1 << 10);
    private LoggedTerm[] _terms = new LoggedTerm[1 << 6];
    private ulong[] _slots = new ulong[1 << 7];

    public int Count { get; private set; }

    public long MemoryBytes => _arena.Length + (8L * _slots.Length) + (48L * _terms.Length);

    /// <summary>Valid until the next GetOrAdd.</summary>
    public ref LoggedTerm this[int id] => ref _terms[id];

    /// <summary>The bytes of a term; valid until the next GetOrAdd.</summary>
    public ReadOnlySpan<byte> Bytes(int id) => _arena.Written.Slice(_terms[id].Start, _terms[id].Length);

    /// <summary>Ids of the terms that are found in the first two slots, -1 for the others: those have to ask <see cref="GetOrAdd"/>.</summary>
    /// <remarks>First all slots are read, then all terms: most reads miss the caches, and so they are under way together.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<TermKey> keys, Span<int> ids)
    {
        ids = ids[..keys.Length];
        var (slots, terms) = (_slots, _terms);
        Span<ulong> found = stackalloc ulong[FindAtMost];
        for (var i = 0; i < keys.Length; i++)
        {
            var (hash, mask) = (keys[i].Hash, slots.Length - 1);
            var (first, second) = (slots[(int)hash & mask], slots[((int)hash + 1) & mask]);
            found[i] = first >> 32 == hash ? first : second;
        }

        for (var i = 0; i < keys.Length; i++)
        {
            ref readonly var key = ref keys[i];
            var id = (int)(uint)found[i] - 1;
            ids[i] = id >= 0 && IsSame(terms[id], key) && key.Length <= ByteHash.KeyLength ? id : -1;
        }
    }

    /// <summary>The id of the term. Requires: key is that of the bytes.</summary>
    public int GetOrAdd(TermKey key, ReadOnlySpan<byte> bytes)
    {
        var slot = (int)key.Hash & (_slots.Length - 1);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot] >> 32 != key.Hash) continue;
            var id = (int)(uint)_slots[slot] - 1;
            if (IsSame(_terms[id], key) && (key.Length <= ByteHash.KeyLength || Bytes(id).SequenceEqual(bytes))) return id;
        }

        return Add(slot, key, bytes);
    }

    /// <summary>Ids in byte order of their terms.</summary>
    public int[] Sorted()
    {
        var (ids, starts) = (new int[Count], new ulong[Count]);
        for (var id = 0; id < ids.Length; id++) (ids[id], starts[id]) = (id, BinaryPrimitives.ReverseEndianness((ulong)_terms[id].First));
        Array.Sort(starts, ids);
        for (int from = 0, to; from < ids.Length; from = to)
        {
            for (to = from + 1; to < ids.Length && starts[to] == starts[from];) to++;
            if (to - from > 1) ids.AsSpan(from, to - from).Sort((a, b) => Bytes(a).SequenceCompareTo(Bytes(b)));
        }

        return ids;
    }

    /// <summary>Whether all is equal but the bytes behind the first 16.</summary>
    private static bool IsSame(in LoggedTerm term, in TermKey key) => term.First == key.First && term.Length == key.Length;

    private int Add(int slot, TermKey key, ReadOnlySpan<byte> bytes)
    {
        if (Count == _terms.Length) Array.Resize(ref _terms, 2 * _terms.Length);
        _terms[Count] = new LoggedTerm { First = key.First, Length = key.Length, Start = _arena.Length };
        _arena.Write(bytes);
        _slots[slot] = ((ulong)key.Hash << 32) | (uint)++Count;
        if (Count > _slots.Length / 2) Rehash();
        return Count - 1;
    }

    /// <summary>Slots keep their hash, so the terms need not be read.</summary>
    private void Rehash()
    {
        var slots = new ulong[2 * _slots.Length];
        foreach (var entry in _slots)
        {
            if (entry == 0) continue;
            var slot = (int)(entry >> 32) & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = entry;
        }

        _slots = slots;
    }
}
