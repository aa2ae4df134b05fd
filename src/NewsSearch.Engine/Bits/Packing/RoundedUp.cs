namespace NewsSearch.Engine.Bits.Packing;

/// <summary>A number of at least zero in 16 bits, rounded up: the upper half of a float (bfloat16).</summary>
internal static class RoundedUp
{
    private const ushort Infinity = 0x7F80;

    public static ushort Encode(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)Math.Min(Infinity, (bits + 0xFFFF) >> 16);
    }

    /// <summary>At least what was encoded, at most 1/128 more. Anything that cannot have been encoded counts as infinite.</summary>
    public static float Decode(ushort code) => code > Infinity ? float.PositiveInfinity : BitConverter.UInt32BitsToSingle((uint)code << 16);
}
