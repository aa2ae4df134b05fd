using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Engine.Bits.Packing;

/// <summary>Places in a sorted run of at most a block of numbers.</summary>
internal static class SortedSearch
{
    /// <summary>How many of the first 128 numbers lie below <paramref name="target"/>. Requires: all 128 are sorted, below 2^31.</summary>
    public static int CountBelow(ReadOnlySpan<uint> numbers, uint target)
    {
        if (Vector256.IsHardwareAccelerated) return CountBelowVector(numbers, target);
        return CountBelowScalar(numbers, target);
    }

    internal static int CountBelowScalar(ReadOnlySpan<uint> numbers, uint target)
    {
        var count = 0;
        while (count < numbers.Length && numbers[count] < target) count++;
        return count;
    }

    /// <remarks>Compares everything: no branch depends on the numbers.</remarks>
    internal static int CountBelowVector(ReadOnlySpan<uint> numbers, uint target)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers[..BitPacking.BlockSize]);
        var targets = Vector256.Create((int)target);
        var below = Vector256<int>.Zero;
        for (nuint i = 0; i < BitPacking.BlockSize; i += 8) below -= Vector256.LessThan(Vector256.LoadUnsafe(ref from, i).AsInt32(), targets);
        return Vector256.Sum(below);
    }
}
