using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Engine.Bits.Sets;

/// <summary>The words of sets (<see cref="DocSet.Words"/>) -> how much they share, and their members as numbers.</summary>
internal static class SetBits
{
    private const int WordBits = 64;

    private static readonly Vector512<byte> EachBit = Vector512.Create(0x8040201008040201u).AsByte();

    /// <summary>Bits that both have. Requires: equally many words. 0.2 us for sets over 100,000 documents, 0.6 plain.</summary>
    public static int CountBoth(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b) =>
        Vector512.IsHardwareAccelerated ? CountBothVector(a, b) : CountBothPlain(a, b);

    /// <summary>Writes the next members into a buffer and returns how many; 0 at the end.
    /// 36,000 of 100,000 documents take 3 us (compressed), 12 us (by eights), 25 us (plain).</summary>
    /// <param name="words">The set.</param>
    /// <param name="word">Where to go on; 0 at first.</param>
    /// <param name="docs">The buffer, of 64 or more.</param>
    /// <param name="firstDoc">What to add to each.</param>
    public static int Members(ReadOnlySpan<ulong> words, ref int word, Span<int> docs, int firstDoc = 0) =>
        Avx512Vbmi2.IsSupported ? MembersCompressed(words, ref word, docs, firstDoc) : MembersByEights(words, ref word, docs, firstDoc);

    /// <summary>Writes all members, each <paramref name="firstDoc"/> higher. Requires: room for 64 more than there are.</summary>
    public static void ListAll(ReadOnlySpan<ulong> words, int firstDoc, Span<uint> docs)
    {
        var word = 0;
        Members(words, ref word, MemoryMarshal.Cast<uint, int>(docs), firstDoc);
    }

    /// <summary>Adds the documents whose cell lies in [least, most]. 100,000 cells of two bytes take 5 us, plain 100.</summary>
    /// <param name="words">At least one word for 64 cells.</param>
    /// <param name="cells">One a document.</param>
    /// <param name="least">Least cell.</param>
    /// <param name="most">Highest cell, not below <paramref name="least"/>.</param>
    public static void AddInRange<TCell>(Span<ulong> words, ReadOnlySpan<TCell> cells, TCell least, TCell most)
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        var lanes = Vector256<TCell>.Count;
        var (lowest, width) = (Vector256.Create(least), Vector256.Create(most - least));
        ref var first = ref MemoryMarshal.GetReference(cells);
        var word = 0;
        for (; (word + 1) * WordBits <= cells.Length; word++)
        {
            var bits = 0UL;
            for (var i = 0; i < WordBits; i += lanes)
            {
                var vector = Vector256.LoadUnsafe(ref first, (nuint)((word * WordBits) + i));
                bits |= (ulong)Vector256.LessThanOrEqual(vector - lowest, width).ExtractMostSignificantBits() << i;
            }

            words[word] |= bits;
        }

        AddInRangePlain(words[word..], cells[(word * WordBits)..], least, most);
    }

    internal static void AddInRangePlain<TCell>(Span<ulong> words, ReadOnlySpan<TCell> cells, TCell least, TCell most)
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] >= least && cells[i] <= most) words[i / WordBits] |= 1UL << (i % WordBits);
        }
    }

    internal static int CountBothPlain(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++) count += BitOperations.PopCount(a[i] & b[i]);
        return count;
    }

    /// <summary>Adds up bits in pairs, fours and bytes, 512 at once.</summary>
    internal static int CountBothVector(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        const int VectorWords = 8;
        const int FullBytes = 31; // so many times 8 fit into a byte
        var (i, count) = (0, 0);
        ref var firstA = ref MemoryMarshal.GetReference(a);
        ref var firstB = ref MemoryMarshal.GetReference(b[..a.Length]);
        while (i <= a.Length - VectorWords)
        {
            var bytes = Vector512<byte>.Zero;
            for (var end = Math.Min(i + (FullBytes * VectorWords), a.Length - VectorWords + 1); i < end; i += VectorWords)
            {
                var bits = Vector512.LoadUnsafe(ref firstA, (nuint)i) & Vector512.LoadUnsafe(ref firstB, (nuint)i);
                bits -= (bits >>> 1) & Vector512.Create(0x5555555555555555u);
                bits = (bits & Vector512.Create(0x3333333333333333u)) + ((bits >>> 2) & Vector512.Create(0x3333333333333333u));
                bytes += ((bits + (bits >>> 4)) & Vector512.Create(0x0F0F0F0F0F0F0F0Fu)).AsByte();
            }

            var (low, high) = Vector512.Widen(bytes);
            count += Vector512.Sum(low + high);
        }

        return count + CountBothPlain(a[i..], b[i..]);
    }

    internal static int MembersPlain(ReadOnlySpan<ulong> words, ref int word, Span<int> docs, int firstDoc = 0)
    {
        var count = 0;
        for (; word < words.Length && count <= docs.Length - WordBits; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1) docs[count++] = firstDoc + (word * WordBits) + BitOperations.TrailingZeroCount(bits);
        }

        return count;
    }

    /// <summary>Eight at a time, so that it hardly matters how many a word has: what is written behind its last one is overwritten by the next word.</summary>
    internal static int MembersByEights(ReadOnlySpan<ulong> words, ref int word, Span<int> docs, int firstDoc = 0)
    {
        var (at, count) = (word, 0);
        ref var first = ref MemoryMarshal.GetReference(docs);
        for (; at < words.Length && count <= docs.Length - WordBits; at++)
        {
            var bits = words[at];
            var here = BitOperations.PopCount(bits);
            ref var to = ref Unsafe.Add(ref first, count);
            for (var done = 0; done < here; done += 8)
            {
                Four(ref to, ref bits, firstDoc + (at * WordBits));
                Four(ref Unsafe.Add(ref to, 4), ref bits, firstDoc + (at * WordBits));
                to = ref Unsafe.Add(ref to, 8);
            }

            count += here;
        }

        word = at;
        return count;
    }

    /// <summary>Spreads the bits of a word over 64 bytes and moves together the numbers 0 to 63 of those that are set.</summary>
    internal static int MembersCompressed(ReadOnlySpan<ulong> words, ref int word, Span<int> docs, int firstDoc = 0)
    {
        var (at, count) = (word, 0);
        ref var first = ref MemoryMarshal.GetReference(docs);
        for (; at < words.Length && count <= docs.Length - WordBits; at++)
        {
            if (words[at] == 0) continue;
            var here = BitOperations.PopCount(words[at]);
            var bytes = Vector512.ShuffleNative(Vector512.Create(words[at]).AsByte(), Vector512<byte>.Indices >>> 3);
            var numbers = Avx512Vbmi2.Compress(Vector512<byte>.Zero, Vector512.Equals(bytes & EachBit, EachBit), Vector512<byte>.Indices);
            ref var to = ref Unsafe.Add(ref first, count);
            Store(numbers.GetLower().GetLower(), firstDoc + (at * WordBits), ref to);
            if (here > 16) Store(numbers.GetLower().GetUpper(), firstDoc + (at * WordBits), ref Unsafe.Add(ref to, 16));
            if (here > 32)
            {
                Store(numbers.GetUpper().GetLower(), firstDoc + (at * WordBits), ref Unsafe.Add(ref to, 32));
                Store(numbers.GetUpper().GetUpper(), firstDoc + (at * WordBits), ref Unsafe.Add(ref to, 48));
            }

            count += here;
        }

        word = at;
        return count;
    }

    private static void Store(Vector128<byte> numbers, int first, ref int to) =>
        (Avx512F.ConvertToVector512Int32(numbers) + Vector512.Create(first)).StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(ref int to, ref ulong bits, int first)
    {
        to = first + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref to, 1) = first + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref to, 2) = first + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref to, 3) = first + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
    }
}
