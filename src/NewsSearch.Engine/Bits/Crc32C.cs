using System.Buffers.Binary;
using System.Numerics;

namespace NewsSearch.Engine.Bits;

/// <summary>Bytes -> CRC-32C, the checksum of every file of the index.</summary>
/// <remarks>
/// Source: RFC 3720, appendix B.4 (Castagnoli's polynomial, reflected: 0x82F63B78; register starts as all ones and is inverted
/// at the end). One processor instruction takes 8 bytes where the processor has it, which outruns any disk.
/// </remarks>
internal static class Crc32C
{
    private const uint ReflectedPolynomial = 0x82F63B78;

    public static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>Guarantees: Append(Of(a), b) == Of(a + b); Of(nothing) == 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var register = ~checksum;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes)
            register = BitOperations.Crc32C(register, value);
        return ~register;
    }

    /// <summary>The plain twin of <see cref="Append"/>: one bit a step.</summary>
    internal static uint AppendScalar(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var register = ~checksum;
        foreach (var value in bytes)
        {
            register ^= value;
            for (var bit = 0; bit < 8; bit++)
                register = (register >> 1) ^ ((register & 1) * ReflectedPolynomial);
        }
        return ~register;
    }
}
