using System.Numerics;

namespace NewsSearch.Engine.Bits;

/// <summary>Length in tokens -> one byte, exact to 40, then with four significant bits.</summary>
/// <remarks>Source: the encoding of Lucene 8 (SmallFloat, intToByte4 and byte4ToInt), so that rankings can be compared hit for hit:
/// a float with a 3-bit mantissa and implicit leading bit, shifted so that the first 24 codes stand for themselves.</remarks>
internal static class LengthCode
{
    // 255 minus the code of int.MaxValue (231 values): how many lengths are kept exactly.
    private const int ExactCodes = 24;

    private static readonly int[] Decoded = [.. Enumerable.Range(0, Count).Select(Decode)];

    private static readonly float[] Rounded = [.. Decoded.Select(length => (float)length)];

    /// <summary>How many codes there are.</summary>
    public const int Count = 256;

    /// <summary>Length in tokens, by code.</summary>
    public static ReadOnlySpan<float> Lengths => Rounded;

    public static byte Encode(int lengthInTokens) =>
        (byte)(lengthInTokens < ExactCodes ? lengthInTokens : ExactCodes + ToFloat4(lengthInTokens - ExactCodes));

    public static int LengthInTokens(byte code) => Decoded[code];

    /// <summary>Mean length in tokens as coded; 1 where all are empty.</summary>
    public static float AverageOf(ReadOnlySpan<byte> codes)
    {
        var sum = 0L;
        foreach (var code in codes) sum += Decoded[code];
        return sum == 0 ? 1 : (float)((double)sum / codes.Length);
    }

    private static int Decode(int code) => code < ExactCodes ? code : (int)Math.Min(int.MaxValue, ExactCodes + FromFloat4(code - ExactCodes));

    private static int ToFloat4(int value)
    {
        var bitLength = 32 - BitOperations.LeadingZeroCount((uint)value);
        if (bitLength < 4) return value;
        var shift = bitLength - 4;
        return ((value >>> shift) & 0x07) | ((shift + 1) << 3);
    }

    private static long FromFloat4(int code)
    {
        var shift = (code >>> 3) - 1;
        return shift < 0 ? code & 0x07 : (long)((code & 0x07) | 0x08) << shift;
    }
}
