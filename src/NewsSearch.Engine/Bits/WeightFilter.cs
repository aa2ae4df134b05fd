using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Engine.Bits;

/// <summary>Which of the 128 postings of a block may weigh more than a bound: 128 frequencies, times a weight -> a mask of 128 bits.</summary>
internal static class WeightFilter
{
    /// <summary>Adds frequency times weight to each sum.</summary>
    public static void AddScaled(ReadOnlySpan<uint> frequencies, float weight, Span<float> sums)
    {
        if (Vector256.IsHardwareAccelerated) AddScaledVector(frequencies, weight, sums);
        else AddScaledScalar(frequencies, weight, sums);
    }

    /// <summary>Bit i is set where sum i is greater than the bound.</summary>
    public static UInt128 Above(ReadOnlySpan<float> sums, float bound) =>
        Vector256.IsHardwareAccelerated ? AboveVector(sums, bound) : AboveScalar(sums, bound);

    internal static void AddScaledScalar(ReadOnlySpan<uint> frequencies, float weight, Span<float> sums)
    {
        for (var i = 0; i < BitPacking.BlockSize; i++) sums[i] += (int)frequencies[i] * weight;
    }

    internal static UInt128 AboveScalar(ReadOnlySpan<float> sums, float bound)
    {
        var mask = UInt128.Zero;
        for (var i = 0; i < BitPacking.BlockSize; i++)
        {
            if (sums[i] > bound) mask |= UInt128.One << i;
        }

        return mask;
    }

    internal static void AddScaledVector(ReadOnlySpan<uint> frequencies, float weight, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(frequencies[..BitPacking.BlockSize]);
        ref var to = ref MemoryMarshal.GetReference(sums[..BitPacking.BlockSize]);
        var weights = Vector256.Create(weight);
        for (nuint i = 0; i < BitPacking.BlockSize; i += 8)
        {
            var scaled = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref from, i).AsInt32()) * weights;
            (Vector256.LoadUnsafe(ref to, i) + scaled).StoreUnsafe(ref to, i);
        }
    }

    internal static UInt128 AboveVector(ReadOnlySpan<float> sums, float bound)
    {
        ref var from = ref MemoryMarshal.GetReference(sums[..BitPacking.BlockSize]);
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
