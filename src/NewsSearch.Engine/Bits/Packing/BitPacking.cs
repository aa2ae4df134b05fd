using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Engine.Bits.Packing;

/// <summary>128 numbers of b bits each -> 16·b bytes, in four interleaved lanes.</summary>
/// <remarks>
/// Number i lies in lane i % 4; a lane packs its 32 numbers low bits first into b words of 32 bits; word w of lane l is
/// word 4·w + l of the block. So one vector of four words holds the same bit range of all lanes, and decoding needs no
/// shuffles. Source: Lemire and Boytsov, "Decoding billions of integers per second through vectorization" (2015), section 3, SIMD-BP128.
/// </remarks>
internal static class BitPacking
{
    /// <summary>Numbers in a block.</summary>
    public const int BlockSize = 128;

    private const int LaneCount = 4;
    private const int LaneLength = BlockSize / LaneCount;

    public static int ByteLength(int bits) => 16 * bits;

    /// <summary>The width that holds every value, 0 for all zeros.</summary>
    public static int BitsFor(ReadOnlySpan<uint> values)
    {
        var all = Vector128<uint>.Zero;
        for (; values.Length >= LaneCount; values = values[LaneCount..]) all |= Vector128.Create(values);
        uint rest = all[0] | all[1] | all[2] | all[3];
        foreach (var value in values) rest |= value;
        return 32 - BitOperations.LeadingZeroCount(rest);
    }

    /// <summary>Requires: 128 values below 2^bits; packed: 16·bits bytes.</summary>
    public static void Pack(ReadOnlySpan<uint> values, int bits, Span<byte> packed)
    {
        if (BitConverter.IsLittleEndian && Vector128.IsHardwareAccelerated) PackVector(values, bits, packed);
        else PackScalar(values, bits, packed);
    }

    internal static void PackVector(ReadOnlySpan<uint> values, int bits, Span<byte> packed)
    {
        if (bits == 0) return;
        ref var from = ref MemoryMarshal.GetReference(values[..BlockSize]);
        ref var to = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, uint>(packed[..ByteLength(bits)]));
        var word = Vector128<uint>.Zero;
        nuint next = 0;
        var shift = 0;
        for (nuint i = 0; i < LaneLength; i++)
        {
            var value = Vector128.LoadUnsafe(ref from, i * LaneCount);
            word |= value << shift;
            shift += bits;
            if (shift < 32) continue;
            word.StoreUnsafe(ref to, next);
            next += LaneCount;
            shift -= 32;
            word = shift == 0 ? Vector128<uint>.Zero : value >>> (bits - shift);
        }
    }

    internal static void PackScalar(ReadOnlySpan<uint> values, int bits, Span<byte> packed)
    {
        packed[..ByteLength(bits)].Clear();
        if (bits == 0) return;
        for (var i = 0; i < BlockSize; i++)
        {
            var bit = i / LaneCount * bits;
            Merge(packed, (bit / 32 * LaneCount) + (i % LaneCount), values[i] << (bit % 32));
            if ((bit % 32) + bits > 32) Merge(packed, (((bit / 32) + 1) * LaneCount) + (i % LaneCount), values[i] >> (32 - (bit % 32)));
        }

        static void Merge(Span<byte> packed, int word, uint value)
        {
            var at = packed.Slice(4 * word, 4);
            BinaryPrimitives.WriteUInt32LittleEndian(at, BinaryPrimitives.ReadUInt32LittleEndian(at) | value);
        }
    }

    /// <summary>Guarantees: 128 values. Requires: 16·bits packed bytes, 0 &lt;= bits &lt;= 32.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, int bits, Span<uint> values)
    {
        if (!BitConverter.IsLittleEndian || !Vector128.IsHardwareAccelerated) UnpackScalar(packed, bits, values);
        else if (!UnrolledUnpacking.TryUnpack(packed, bits, values)) UnpackVector(packed, bits, values);
    }

    /// <summary>Number <paramref name="i"/> alone.</summary>
    public static uint UnpackOne(ReadOnlySpan<byte> packed, int bits, int i)
    {
        if (bits == 0) return 0;
        var bit = i / LaneCount * bits;
        var word = (bit / 32 * LaneCount) + (i % LaneCount);
        var value = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(packed[(4 * word)..]);
        if ((bit % 32) + bits > 32) value |= (ulong)BinaryPrimitives.ReadUInt32LittleEndian(packed[(4 * (word + LaneCount))..]) << 32;
        return (uint)(value >> (bit % 32)) & (uint)((1UL << bits) - 1);
    }

    internal static void UnpackScalar(ReadOnlySpan<byte> packed, int bits, Span<uint> values)
    {
        var mask = bits == 32 ? uint.MaxValue : (1u << bits) - 1;
        for (var i = 0; i < BlockSize; i++)
        {
            if (bits == 0)
            {
                values[i] = 0;
                continue;
            }

            var bit = i / LaneCount * bits;
            var value = Word(packed, (bit / 32 * LaneCount) + (i % LaneCount)) >> (bit % 32);
            if ((bit % 32) + bits > 32) value |= Word(packed, (((bit / 32) + 1) * LaneCount) + (i % LaneCount)) << (32 - (bit % 32));
            values[i] = value & mask;
        }

        static uint Word(ReadOnlySpan<byte> packed, int word) => BinaryPrimitives.ReadUInt32LittleEndian(packed.Slice(4 * word, 4));
    }

    internal static void UnpackVector(ReadOnlySpan<byte> packed, int bits, Span<uint> values)
    {
        values = values[..BlockSize];
        if (bits == 0)
        {
            values.Clear();
            return;
        }

        ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, uint>(packed[..ByteLength(bits)]));
        ref var to = ref MemoryMarshal.GetReference(values);
        var mask = Vector128.Create(bits == 32 ? uint.MaxValue : (1u << bits) - 1);
        var word = Vector128.LoadUnsafe(ref from);
        nuint next = LaneCount;
        var shift = 0;
        for (nuint i = 0; i < LaneLength; i++)
        {
            var value = word >>> shift;
            shift += bits;
            if (shift >= 32)
            {
                shift -= 32;
                if (i < LaneLength - 1)
                {
                    word = Vector128.LoadUnsafe(ref from, next);
                    next += LaneCount;
                    if (shift > 0) value |= word << (bits - shift);
                }
            }

            (value & mask).StoreUnsafe(ref to, i * LaneCount);
        }
    }
}
