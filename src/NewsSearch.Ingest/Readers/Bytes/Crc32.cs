using System.Buffers.Binary;

namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>Bytes -> the checksum of gzip and zip (reflected polynomial 0xEDB88320), eight bytes a step.</summary>
/// <remarks>Source: M. E. Kounavis and F. L. Berry, "A Systematic Approach to Building High Performance Software-based CRC Generators", 2005 (slicing by 8).</remarks>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>Tables[k][b]: the checksum of byte b with k zero bytes after it.</summary>
    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The checksum of what came before (0 for nothing) and of these bytes.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var crc = ~checksum;
        uint[] t0 = Tables[0], t1 = Tables[1], t2 = Tables[2], t3 = Tables[3], t4 = Tables[4], t5 = Tables[5], t6 = Tables[6], t7 = Tables[7];
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t7[(byte)low] ^ t6[(byte)(low >> 8)] ^ t5[(byte)(low >> 16)] ^ t4[low >> 24]
                ^ t3[(byte)high] ^ t2[(byte)(high >> 8)] ^ t1[(byte)(high >> 16)] ^ t0[high >> 24];
        }
        return ~AppendByByte(crc, bytes);
    }

    /// <summary>The plain twin.</summary>
    internal static uint AppendPlainly(uint checksum, ReadOnlySpan<byte> bytes) => ~AppendByByte(~checksum, bytes);

    private static uint AppendByByte(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) crc = Tables[0][(byte)(crc ^ b)] ^ (crc >> 8);
        return crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var k = 0; k < 8; k++)
        {
            tables[k] = new uint[256];
            for (var b = 0u; b < 256; b++)
            {
                var crc = k == 0 ? b : tables[k - 1][b];
                for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
                tables[k][b] = crc;
            }
        }
        return tables;
    }
}
