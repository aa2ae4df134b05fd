using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace NewsSearch.Ingest.Entities;

/// <summary>The envelope of the tables that the tagger loads; docs/tagger-formats.md describes it.</summary>
internal static class PackedResource
{
    /// <summary>Magic 4, format version 1, unpacked length 4, CRC-32C of the unpacked bytes 4; then the bytes, Brotli.</summary>
    public const int HeaderLength = 13;

    /// <summary>A file that says to be longer is refused before memory is taken.</summary>
    private const int MostBytes = 64 << 20;

    public static byte[] Write(string magic, byte version, ReadOnlySpan<byte> content)
    {
        var packed = new MemoryStream();
        Span<byte> header = stackalloc byte[HeaderLength];
        for (var i = 0; i < 4; i++) header[i] = (byte)magic[i];
        header[4] = version;
        BinaryPrimitives.WriteInt32LittleEndian(header[5..], content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[9..], Checksum(content));
        packed.Write(header);
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize)) brotli.Write(content);
        return packed.ToArray();
    }

    /// <summary>The content of a file and its checksum. <see cref="InvalidDataException"/> says what is wrong with a file that does not fit.</summary>
    public static (byte[] Content, uint Checksum) Read(Stream file, string magic, byte version, string name)
    {
        var header = new byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan(0, 4).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(magic)))
            throw new InvalidDataException($"The {name} is no such file: it does not begin with {magic}.");
        if (header[4] != version) throw new InvalidDataException($"The {name} has format version {header[4]}, the program reads {version}. Make it again with NewsSearch.Train.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(5));
        if (length is < 0 or > MostBytes) throw Damaged(name, null);
        var content = new byte[length];
        try
        {
            using var brotli = new BrotliStream(file, CompressionMode.Decompress);
            if (brotli.ReadAtLeast(content, length, throwOnEndOfStream: false) < length || brotli.ReadByte() >= 0) throw Damaged(name, null);
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException)
        {
            throw Damaged(name, problem);
        }
        var checksum = Checksum(content);
        return checksum == BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(9)) ? (content, checksum) : throw Damaged(name, null);
    }

    /// <summary>The content of a resource of this program.</summary>
    public static (byte[] Content, uint Checksum) Load(string resource, string magic, byte version, string name)
    {
        using var stream = typeof(PackedResource).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The {name} is missing from the program.");
        return Read(stream, magic, version, name);
    }

    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..]) sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes) sum = BitOperations.Crc32C(sum, value);
        return ~sum;
    }

    public static InvalidDataException Damaged(string name, Exception? cause) => new($"The {name} is damaged.", cause);
}
