using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsSearch.Engine.Bits;

/// <summary>Bytes -> the number that their first 16 make, and a 32-bit hash; for tables in memory only (never written to a file).</summary>
/// <remarks>Each 16 bytes are one multiplication, its halves folded together as in wyhash's mum step; the length takes part.</remarks>
internal static class ByteHash
{
    /// <summary>Bytes in a key.</summary>
    public const int KeyLength = 16;

    private const ulong LowMultiplier = 0x9E3779B97F4A7C15;
    private const ulong HighMultiplier = 0xD6E8FEB86659FD93;

    private static ReadOnlySpan<byte> Masks =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ];

    /// <summary>The first 16 of <paramref name="length"/> bytes as a number, low byte first, zeros for those that are missing.</summary>
    /// <remarks>Where the span goes on behind them, 16 bytes are read at once and cut by a mask: no branch that depends on the length.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt128 Key(ReadOnlySpan<byte> bytes, int length)
    {
        if (bytes.Length < KeyLength || !BitConverter.IsLittleEndian) return KeyOfShort(bytes[..length]);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        ref var mask = ref Unsafe.Add(ref MemoryMarshal.GetReference(Masks), KeyLength - Math.Min(length, KeyLength));
        return new UInt128(ReadWord(ref first, sizeof(ulong)) & ReadWord(ref mask, sizeof(ulong)), ReadWord(ref first, 0) & ReadWord(ref mask, 0));
    }

    /// <summary>Hash of all bytes. Requires: <paramref name="key"/> is their <see cref="Key"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(UInt128 key, ReadOnlySpan<byte> bytes, int length)
    {
        var hash = Mix((ulong)key ^ (ulong)length, (ulong)(key >> 64));
        return length <= KeyLength ? (uint)hash : OfRest(hash, bytes[KeyLength..length]);
    }

    /// <summary>The plain twin of <see cref="Key"/>: byte for byte.</summary>
    internal static UInt128 KeyOfShort(ReadOnlySpan<byte> bytes)
    {
        UInt128 key = 0;
        for (var i = Math.Min(bytes.Length, KeyLength) - 1; i >= 0; i--) key = (key << 8) | bytes[i];
        return key;
    }

    private static ulong ReadWord(ref byte bytes, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, offset));

    private static uint OfRest(ulong hash, ReadOnlySpan<byte> rest)
    {
        for (; rest.Length > 0; rest = rest[Math.Min(rest.Length, KeyLength)..])
        {
            var key = Key(rest, rest.Length);
            hash = Mix(hash ^ (ulong)key, (ulong)(key >> 64));
        }

        return (uint)hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong low, ulong high)
    {
        var top = Math.BigMul(low ^ LowMultiplier, high ^ HighMultiplier, out var bottom);
        return BitOperations.RotateLeft(top, 32) ^ bottom ^ top;
    }
}
