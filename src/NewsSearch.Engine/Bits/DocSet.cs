using System.Numerics;

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

    /// <summary>Adds documents; each below <see cref="Length"/>, else <see cref="IndexOutOfRangeException"/> or a document too many.</summary>
    public void AddAll(ReadOnlySpan<uint> docs)
    {
        var words = _words;
        foreach (var doc in docs) words[doc >> 6] |= 1UL << (int)(doc & 63);
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in _words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many members the two sets have in common.</summary>
    public int CountBoth(DocSet other) => SetBits.CountBoth(_words, other._words);

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

    private void TrimEnd()
    {
        if ((Length & 63) != 0) _words[^1] &= (1UL << (Length & 63)) - 1;
    }
}
