using System.Numerics;

namespace NewsSearch.Engine.Bits.Packing;

/// <summary>128 numbers below 2^31, most of them small: packed at a width that most fit, and the high bits of up to seven that do not.</summary>
/// <remarks>
/// One byte: width in the low five bits, number of patches above. Then the packed low bits, then for each patch its place (a byte) and what
/// stands above the width (LEB128). Source: Zukowski et al., "Super-scalar RAM-CPU cache compression" (2006), section 3, PFOR.
/// </remarks>
internal static class PatchedPacking
{
    /// <summary>Most bytes of a block.</summary>
    public const int MaxByteLength = 1 + (16 * 31) + (MaxPatches * 6);

    private const int MaxPatches = 7;
    private const int WidthMask = 31;
    private const int PatchShift = 5;

    /// <summary>Requires: 128 values below 2^31.</summary>
    public static void Pack(ReadOnlySpan<uint> values, ByteBuffer into)
    {
        var bits = BestWidth(values);
        Span<uint> low = stackalloc uint[BitPacking.BlockSize];
        var mask = (1u << bits) - 1;
        var patches = 0;
        for (var i = 0; i < low.Length; i++)
        {
            low[i] = values[i] & mask;
            if (values[i] > mask) patches++;
        }

        into.Write((byte)(bits | (patches << PatchShift)));
        BitPacking.Pack(low, bits, into.Append(BitPacking.ByteLength(bits)));
        for (var i = 0; patches > 0; i++)
        {
            if (values[i] <= mask) continue;
            into.Write((byte)i);
            into.WriteVarInt(values[i] >> bits);
            patches--;
        }
    }

    /// <summary>Guarantees: 128 values. Raises <see cref="EndOfStreamException"/> where the bytes end, or name a place, outside the block.</summary>
    public static void Unpack(ref ByteReader bytes, Span<uint> values)
    {
        var head = bytes.ReadByte();
        var bits = head & WidthMask;
        BitPacking.Unpack(bytes.Read(BitPacking.ByteLength(bits)), bits, values);
        for (var left = head >> PatchShift; left > 0; left--)
        {
            var place = bytes.ReadByte();
            if (place >= BitPacking.BlockSize) throw new EndOfStreamException("A patch lies outside its block.");
            values[place] |= (uint)bytes.ReadVarInt64() << bits;
        }
    }

    /// <summary>Number <paramref name="place"/> alone, and the reader goes on behind the block. A few of these cost less than to unpack all.</summary>
    public static uint UnpackOne(ref ByteReader bytes, int place)
    {
        var head = bytes.ReadByte();
        var bits = head & WidthMask;
        var value = BitPacking.UnpackOne(bytes.Read(BitPacking.ByteLength(bits)), bits, place);
        for (var left = head >> PatchShift; left > 0; left--)
        {
            var patched = bytes.ReadByte();
            var high = (uint)bytes.ReadVarInt64() << bits;
            if (patched == place) value |= high;
        }

        return value;
    }

    /// <summary>The width with the fewest bytes: a patch costs two or three, a bit more for all costs sixteen.</summary>
    private static int BestWidth(ReadOnlySpan<uint> values)
    {
        Span<int> byWidth = stackalloc int[33];
        byWidth.Clear();
        foreach (var value in values) byWidth[32 - BitOperations.LeadingZeroCount(value)]++;
        var widest = 32;
        while (widest > 0 && byWidth[widest] == 0) widest--;
        var (best, bestCost, patches) = (widest, BitPacking.ByteLength(widest), 0);
        for (var bits = widest - 1; bits >= 0; bits--)
        {
            patches += byWidth[bits + 1];
            if (patches > MaxPatches) break;
            var patchBytes = 2 + ((widest - bits - 1) / 7);
            if (BitPacking.ByteLength(bits) + (patches * patchBytes) < bestCost) (best, bestCost) = (bits, BitPacking.ByteLength(bits) + (patches * patchBytes));
        }

        return best;
    }
}
