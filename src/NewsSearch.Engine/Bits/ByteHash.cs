using System.Buffers.Binary;
using System.Numerics;

namespace NewsSearch.Engine.Bits;

/// <summary>Bytes -> 32-bit hash, for tables in memory only (never written to a file).</summary>
/// <remarks>Eight bytes a step, multiplied and folded as in wyhash's mum step; the seed keeps length in play.</remarks>
internal static class ByteHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    public static int Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Multiplier ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        ulong rest = 0;
        for (var i = 0; i < bytes.Length; i++) rest |= (ulong)bytes[i] << (8 * i);
        hash = Mix(hash ^ rest);
        return (int)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Multiplier, out var low);
        return BitOperations.RotateLeft(high ^ low, 17);
    }
}
