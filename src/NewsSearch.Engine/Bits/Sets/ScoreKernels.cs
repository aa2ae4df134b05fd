using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Bits.Sets;

/// <summary>The arithmetic of BM25 over a block of 128 postings. Vectors round like the scalar steps: scores agree to the last bit.</summary>
internal static class ScoreKernels
{
    private const int Size = BitPacking.BlockSize;

    /// <summary>Adds frequency times weight to each sum.</summary>
    public static void AddProducts(ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> weights, Span<float> sums)
    {
        if (Vector256.IsHardwareAccelerated) AddProductsVector(frequencies, weights, sums);
        else AddProductsScalar(frequencies, weights, sums);
    }

    /// <summary>weighed -> idf - idf / (1 + weighed).</summary>
    public static void Saturate(Span<float> weighed, float idf)
    {
        if (Vector256.IsHardwareAccelerated) SaturateVector(weighed, idf);
        else SaturateScalar(weighed, idf);
    }

    /// <summary>length -> weight / (k1 · (1 - b + b · length / average)), step by step as Lucene 8 rounds it. Requires: 256 lengths.</summary>
    public static void Normalise(ReadOnlySpan<float> lengths, float weight, float average, float b, float k1, Span<float> table)
    {
        if (Vector256.IsHardwareAccelerated) NormaliseVector(lengths, weight, average, b, k1, table);
        else NormaliseScalar(lengths, weight, average, b, k1, table);
    }

    /// <summary>Bit i is set where number i is greater than the bound.</summary>
    public static UInt128 Above(ReadOnlySpan<float> numbers, float bound) =>
        Vector256.IsHardwareAccelerated ? AboveVector(numbers, bound) : AboveScalar(numbers, bound);

    /// <summary>weights[i] = table[codes[docs[i]]]. Requires: each document below the number of codes; 256 table entries.</summary>
    /// <remarks>Without bounds checks: decoding has checked every document, and a code is a byte.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)] // inside a large method its pointers do not stay in registers
    public static void LookUp(ReadOnlySpan<uint> docs, byte[] codes, float[] table, Span<float> weights)
    {
        ref var from = ref MemoryMarshal.GetReference(docs);
        ref var to = ref MemoryMarshal.GetReference(weights[..docs.Length]);
        ref var code = ref MemoryMarshal.GetArrayDataReference(codes);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(table);
        for (nuint i = 0; i < (nuint)docs.Length; i++)
            Unsafe.Add(ref to, i) = Unsafe.Add(ref weight, (nuint)Unsafe.Add(ref code, (nuint)Unsafe.Add(ref from, i)));
    }

    internal static void NormaliseScalar(ReadOnlySpan<float> lengths, float weight, float average, float b, float k1, Span<float> table)
    {
        for (var i = 0; i < LengthCode.Count; i++) table[i] = weight * (1f / (k1 * ((1 - b) + (b * lengths[i] / average))));
    }

    internal static void NormaliseVector(ReadOnlySpan<float> lengths, float weight, float average, float b, float k1, Span<float> table)
    {
        ref var from = ref MemoryMarshal.GetReference(lengths[..LengthCode.Count]);
        ref var to = ref MemoryMarshal.GetReference(table[..LengthCode.Count]);
        var least = Vector256.Create(1 - b);
        for (nuint i = 0; i < LengthCode.Count; i += 8)
            (weight * (Vector256<float>.One / (k1 * (least + (b * Vector256.LoadUnsafe(ref from, i) / Vector256.Create(average)))))).StoreUnsafe(ref to, i);
    }

    internal static void AddProductsScalar(ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> weights, Span<float> sums)
    {
        for (var i = 0; i < Size; i++) sums[i] += (int)frequencies[i] * weights[i];
    }

    internal static void SaturateScalar(Span<float> weighed, float idf)
    {
        for (var i = 0; i < Size; i++) weighed[i] = idf - (idf / (1f + weighed[i]));
    }

    internal static UInt128 AboveScalar(ReadOnlySpan<float> numbers, float bound)
    {
        var mask = UInt128.Zero;
        for (var i = 0; i < Size; i++)
        {
            if (numbers[i] > bound) mask |= UInt128.One << i;
        }

        return mask;
    }

    internal static void AddProductsVector(ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> weights, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(frequencies[..Size]);
        ref var by = ref MemoryMarshal.GetReference(weights[..Size]);
        ref var to = ref MemoryMarshal.GetReference(sums[..Size]);
        for (nuint i = 0; i < Size; i += 8)
        {
            var products = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref from, i).AsInt32()) * Vector256.LoadUnsafe(ref by, i);
            (Vector256.LoadUnsafe(ref to, i) + products).StoreUnsafe(ref to, i);
        }
    }

    internal static void SaturateVector(Span<float> weighed, float idf)
    {
        ref var at = ref MemoryMarshal.GetReference(weighed[..Size]);
        var most = Vector256.Create(idf);
        for (nuint i = 0; i < Size; i += 8) (most - (most / (Vector256<float>.One + Vector256.LoadUnsafe(ref at, i)))).StoreUnsafe(ref at, i);
    }

    internal static UInt128 AboveVector(ReadOnlySpan<float> numbers, float bound)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers[..Size]);
        var bounds = Vector256.Create(bound);
        ulong low = 0, high = 0;
        for (var i = 0; i < 64; i += 8)
        {
            low |= (ulong)Vector256.GreaterThan(Vector256.LoadUnsafe(ref from, (nuint)i), bounds).ExtractMostSignificantBits() << i;
            high |= (ulong)Vector256.GreaterThan(Vector256.LoadUnsafe(ref from, (nuint)(i + 64)), bounds).ExtractMostSignificantBits() << i;
        }

        return new UInt128(high, low);
    }
}
