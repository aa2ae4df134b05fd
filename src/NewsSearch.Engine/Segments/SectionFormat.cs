using System.Buffers.Binary;
using System.Text;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>One named section of a file: bytes [Start, Start + ByteLength); the checksum also covers the padding behind them.</summary>
internal readonly record struct Section(string Name, long Start, long ByteLength, uint Checksum)
{
    public long PaddedEnd => SectionFormat.Pad(Start + ByteLength);
}

/// <summary>The layout of a file of sections: FORMAT.md, "A file of sections".</summary>
internal static class SectionFormat
{
    /// <summary>Of the whole index; its history stands in FORMAT.md.</summary>
    public const uint Version = 2;

    public const int HeaderLength = 64;
    public const int FooterLength = 32;
    public const int KindAtMostBytes = 16;
    public const int SectionNameAtMostBytes = 255;

    // A cache line, so that no vector that a reader loads from a section's start on straddles two.
    private const int Alignment = 64;
    private const int ChecksumLength = sizeof(uint);
    private const int EntryLengthWithoutName = 1 + sizeof(long) + sizeof(long) + ChecksumLength;

    private static ReadOnlySpan<byte> HeaderMagic => "NSearch\n"u8;

    private static ReadOnlySpan<byte> FooterMagic => "NSearEnd"u8;

    public static long Pad(long byteLength) => (byteLength + Alignment - 1) / Alignment * Alignment;

    public static byte[] Header(string kind)
    {
        var header = new byte[HeaderLength];
        HeaderMagic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Version);
        Encoding.ASCII.GetBytes(kind, header.AsSpan(12, KindAtMostBytes));
        return Sealed(header);
    }

    public static byte[] Table(IReadOnlyList<Section> sections)
    {
        using var table = new MemoryStream();
        using var writer = new BinaryWriter(table);
        foreach (var section in sections)
        {
            var name = Encoding.UTF8.GetBytes(section.Name);
            writer.Write((byte)name.Length);
            writer.Write(name);
            writer.Write(section.Start);
            writer.Write(section.ByteLength);
            writer.Write(section.Checksum);
        }
        return table.ToArray();
    }

    public static byte[] Footer(long tableStart, ReadOnlySpan<byte> table, int sectionCount)
    {
        var footer = new byte[FooterLength];
        BinaryPrimitives.WriteInt64LittleEndian(footer, tableStart);
        BinaryPrimitives.WriteInt32LittleEndian(footer.AsSpan(8), table.Length);
        BinaryPrimitives.WriteInt32LittleEndian(footer.AsSpan(12), sectionCount);
        BinaryPrimitives.WriteUInt32LittleEndian(footer.AsSpan(16), Crc32C.Of(table));
        FooterMagic.CopyTo(footer.AsSpan(20));
        return Sealed(footer);
    }

    /// <summary>The last four bytes of a header or footer. The footer's stands for the whole file: it covers the checksums of all parts.</summary>
    public static uint ChecksumIn(ReadOnlySpan<byte> sealedBytes) => BinaryPrimitives.ReadUInt32LittleEndian(sealedBytes[^ChecksumLength..]);

    /// <summary>Checks header, footer, table and exact length; reads nothing else of the file.</summary>
    public static List<Section> ReadTable(MappedFile file, string kind, out uint footerChecksum)
    {
        if (file.ByteLength < HeaderLength + FooterLength)
            throw new IndexFormatException(file.Path, -1, $"at least {HeaderLength + FooterLength} bytes expected, found {file.ByteLength}");
        CheckHeader(file, kind);
        var footerStart = file.ByteLength - FooterLength;
        var footer = file.Span(footerStart, FooterLength);
        CheckSealed(file, footerStart, footer, FooterMagic, magicAt: 20, "footer");
        footerChecksum = ChecksumIn(footer);
        var tableStart = BinaryPrimitives.ReadInt64LittleEndian(footer);
        var tableLength = BinaryPrimitives.ReadInt32LittleEndian(footer[8..]);
        if (tableLength < 0 || tableStart != footerStart - tableLength)
            throw new IndexFormatException(file.Path, footerStart, $"a section table that ends at the footer expected, found [{tableStart}, +{tableLength})");
        var table = file.Span(tableStart, tableLength);
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(footer[16..]);
        if (Crc32C.Of(table) != expected)
            throw new IndexFormatException(file.Path, tableStart, $"the section table's checksum should be {expected:x8} and is {Crc32C.Of(table):x8}");
        return ReadEntries(file, tableStart, table, BinaryPrimitives.ReadInt32LittleEndian(footer[12..]));
    }

    private static void CheckHeader(MappedFile file, string kind)
    {
        var header = file.Span(0, HeaderLength);
        CheckSealed(file, 0, header, HeaderMagic, magicAt: 0, "header");
        var version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version != Version)
            throw new IndexOutdatedException(file.Path, "format", version, Version);
        var found = Encoding.ASCII.GetString(header.Slice(12, KindAtMostBytes)).TrimEnd('\0');
        if (found != kind)
            throw new IndexFormatException(file.Path, 12, $"a file of kind '{kind}' expected, found '{found}'");
    }

    private static void CheckSealed(MappedFile file, long start, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> magic, int magicAt, string what)
    {
        if (!bytes[magicAt..].StartsWith(magic))
            throw new IndexFormatException(file.Path, start + magicAt, $"this is not a {what} of an index file");
        var found = Crc32C.Of(bytes[..^ChecksumLength]);
        if (found != ChecksumIn(bytes))
            throw new IndexFormatException(file.Path, start, $"the {what}'s checksum should be {ChecksumIn(bytes):x8} and is {found:x8}");
    }

    /// <summary>Sections must follow each other without a gap, so that their checksums leave no byte out.</summary>
    private static List<Section> ReadEntries(MappedFile file, long tableStart, ReadOnlySpan<byte> table, int sectionCount)
    {
        var sections = new List<Section>();
        long end = HeaderLength;
        var at = 0;
        while (at < table.Length)
        {
            var nameLength = table[at];
            if (table.Length - at < EntryLengthWithoutName + nameLength)
                throw new IndexFormatException(file.Path, tableStart + at, "the section table ends inside an entry");
            var entry = table[(at + 1 + nameLength)..];
            var section = new Section(
                Encoding.UTF8.GetString(table.Slice(at + 1, nameLength)),
                BinaryPrimitives.ReadInt64LittleEndian(entry),
                BinaryPrimitives.ReadInt64LittleEndian(entry[8..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]));
            if (section.Start != end || section.ByteLength < 0 || section.ByteLength > tableStart - end)
                throw new IndexFormatException(file.Path, tableStart + at, $"section '{section.Name}' should start at {end} and end by {tableStart}");
            sections.Add(section);
            end = section.PaddedEnd;
            at += EntryLengthWithoutName + nameLength;
        }
        if (end != tableStart || sections.Count != sectionCount)
            throw new IndexFormatException(file.Path, tableStart, $"{sectionCount} sections up to {tableStart} expected, found {sections.Count} up to {end}");
        return sections;
    }

    private static byte[] Sealed(byte[] bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - ChecksumLength), Crc32C.Of(bytes.AsSpan(0, bytes.Length - ChecksumLength)));
        return bytes;
    }
}
