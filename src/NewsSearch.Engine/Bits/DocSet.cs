using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsSearch.Engine.Bits;

/// <summary>A set of documents of one segment: bit d of word d / 64.</summary>
/// <remarks>Invariant: bits at and past <see cref="Length"/> are zero.</remarks>
internal sealed class DocSet
{
    private readonly ulong[] _words;

    /// <summary>An empty set over documents [0, length).</summary>
    public DocSet(int length)
    {
        Length = length;
        _words = new ulong[(length + 63) / 64];
    }

    private DocSet(DocSet other)
    {
        Length = other.Length;
        _words = (ulong[])other._words.Clone();
    }

    public int Length { get; }

    /// <summary>Bit d % 64 of word d / 64.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    public static DocSet All(int length)
    {
        var all = new DocSet(length);
        all.Invert();
        return all;
    }

    /// <summary>Bit d of byte d / 8; bytes past the end of <paramref name="bitmap"/> count as zero.</summary>
    public static DocSet FromBytes(ReadOnlySpan<byte> bitmap, int length)
    {
        var set = new DocSet(length);
        for (var i = 0; i < Math.Min(bitmap.Length, (length + 7) / 8); i++) set._words[i / 8] |= (ulong)bitmap[i] << (i % 8 * 8);
        set.TrimEnd();
        return set;
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[(Length + 7) / 8];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(_words[i / 8] >> (i % 8 * 8));
        return bytes;
    }

    public DocSet Copy() => new(this);

    public bool Contains(DocId doc) => (_words[doc >> 6] >> (doc & 63) & 1) != 0;

    public void Remove(DocId doc) => _words[doc >> 6] &= ~(1UL << (doc & 63));

    public void Add(DocId doc) => _words[doc >> 6] |= 1UL << (doc & 63);

    /// <summary>Adds documents. Requires: strictly increasing, the last below <see cref="Length"/>.</summary>
    /// <remarks>
    /// A block is added in four rows side by side: documents that follow each other mostly share a word, and each would wait until
    /// the one before it is stored. Measured on lists of 100,000 documents: 0.6 ns a document, one after the other 0.9.
    /// </remarks>
    public void AddAll(ReadOnlySpan<uint> docs)
    {
        if (docs.IsEmpty) return;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docs[^1], (uint)Length, nameof(docs));
        Debug.Assert(IsIncreasing(docs), "the check above counts on it");
        var row = docs.Length / 4;
        ref var words = ref MemoryMarshal.GetArrayDataReference(_words);
        ref var first = ref MemoryMarshal.GetReference(docs);
        for (var i = 0; i < row; i++)
        {
            Add(ref words, Unsafe.Add(ref first, i));
            Add(ref words, Unsafe.Add(ref first, i + row));
            Add(ref words, Unsafe.Add(ref first, i + (2 * row)));
            Add(ref words, Unsafe.Add(ref first, i + (3 * row)));
        }

        foreach (var doc in docs[(4 * row)..]) Add(ref words, doc);
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in _words) count += BitOperations.PopCount(word);
        return count;
    }

    public void And(DocSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= other._words[i];
    }

    public void Or(DocSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] |= other._words[i];
    }

    public void AndNot(DocSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= ~other._words[i];
    }

    public void Invert()
    {
        for (var i = 0; i < _words.Length; i++) _words[i] = ~_words[i];
        TrimEnd();
    }

    /// <summary>The first member at or after <paramref name="doc"/>; Length where there is none.</summary>
    public DocId NextFrom(DocId doc)
    {
        if (doc >= Length) return Length;
        var i = doc >> 6;
        var word = _words[i] & (ulong.MaxValue << (doc & 63));
        while (word == 0)
        {
            if (++i == _words.Length) return Length;
            word = _words[i];
        }

        return (i << 6) + BitOperations.TrailingZeroCount(word);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ulong words, uint doc) => Unsafe.Add(ref words, doc >> 6) |= 1UL << (int)(doc & 63);

    private static bool IsIncreasing(ReadOnlySpan<uint> docs)
    {
        for (var i = 1; i < docs.Length; i++)
        {
            if (docs[i - 1] >= docs[i]) return false;
        }

        return true;
    }

    private void TrimEnd()
    {
        if ((Length & 63) != 0) _words[^1] &= (1UL << (Length & 63)) - 1;
    }
}
