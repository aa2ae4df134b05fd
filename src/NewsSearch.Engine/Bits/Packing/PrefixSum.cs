using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Engine.Bits.Packing;

/// <summary>Gaps of a block -> numbers: values[i] = last + 1 + the sum of gaps up to i, one more for each step.</summary>
internal static class PrefixSum
{
    /// <summary>Requires: 128 gaps of at most <see cref="MaxFastBits"/> bits, so that no sum overflows.</summary>
    public static void Apply(Span<uint> gaps, uint last)
    {
        if (Vector128.IsHardwareAccelerated) ApplyVector(gaps, last);
        else ApplyScalar(gaps, last);
    }

    /// <summary>Widest gaps whose sum over a block, from a document below 2^30, stays below 2^32.</summary>
    public const int MaxFastBits = 23;

    internal static void ApplyScalar(Span<uint> gaps, uint last)
    {
        for (var i = 0; i < gaps.Length; i++) gaps[i] = last += gaps[i] + 1;
    }

    /// <summary>Within a vector by two shifted additions, from vector to vector by the last lane.</summary>
    internal static void ApplyVector(Span<uint> gaps, uint last)
    {
        ref var at = ref MemoryMarshal.GetReference(gaps[..BitPacking.BlockSize]);
        var carry = Vector128.Create(last);
        for (nuint i = 0; i < BitPacking.BlockSize; i += 4)
        {
            var sum = Vector128.LoadUnsafe(ref at, i) + Vector128<uint>.One;
            sum += Vector128.Shuffle(sum, Vector128.Create(4u, 0, 1, 2));
            sum += Vector128.Shuffle(sum, Vector128.Create(4u, 4, 0, 1));
            sum += carry;
            sum.StoreUnsafe(ref at, i);
            carry = Vector128.Shuffle(sum, Vector128.Create(3u, 3, 3, 3));
        }
    }
}
