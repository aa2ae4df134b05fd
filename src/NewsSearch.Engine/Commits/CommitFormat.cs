using System.Buffers.Binary;
using System.Text;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Commits;

/// <summary>Commit -> the bytes of its file, and back: FORMAT.md, "A commit".</summary>
internal static class CommitFormat
{
    /// <summary>Taste: far above what deletions and attachments of a large index need, far below what an array holds.</summary>
    public const int AtMostBytes = 1 << 28;

    private const int HeaderLength = 16;
    private const int ChecksumLength = sizeof(uint);

    private static ReadOnlySpan<byte> Magic => "NSCommit"u8;

    public static byte[] Encode(Commit commit)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(SectionFormat.Version);
        writer.Write(0); // the length, below
        writer.Write(commit.Number);
        WriteName(writer, commit.Generation);
        writer.Write(commit.Written.UtcTicks);
        writer.Write(commit.AnalysisVersion);
        WriteBlob(writer, commit.Schema);
        writer.Write(commit.NextSegment);
        writer.Write(commit.Segments.Count);
        foreach (var segment in commit.Segments)
        {
            WriteName(writer, segment.Name);
            writer.Write(segment.DocCount);
            writer.Write(segment.ByteLength);
            WriteBlob(writer, segment.Deleted);
            writer.Write(segment.FooterChecksum);
        }
        writer.Write(commit.Attachments.Count);
        foreach (var (name, bytes) in commit.Attachments.OrderBy(attachment => attachment.Key, StringComparer.Ordinal))
        {
            WriteName(writer, name);
            WriteBlob(writer, bytes);
        }
        writer.Write(0); // the checksum
        if (stream.Length > AtMostBytes)
            throw new ArgumentException($"A commit has at most {AtMostBytes} bytes, not {stream.Length}.", nameof(commit));
        var bytesOfAll = stream.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytesOfAll.AsSpan(12), bytesOfAll.Length);
        var checksum = Crc32C.Of(bytesOfAll.AsSpan(0, bytesOfAll.Length - ChecksumLength));
        BinaryPrimitives.WriteUInt32LittleEndian(bytesOfAll.AsSpan(bytesOfAll.Length - ChecksumLength), checksum);
        return Readable(commit, bytesOfAll);
    }

    public static Commit Decode(string path, byte[] bytes, string generation, long number)
    {
        CheckFrame(path, bytes);
        using var stream = new MemoryStream(bytes, 0, bytes.Length - ChecksumLength, writable: false);
        using var reader = new BinaryReader(stream);
        stream.Position = HeaderLength;
        try
        {
            var commit = ReadCommit(reader);
            if (commit.Number != number || commit.Generation != generation)
                throw new IndexFormatException(path, HeaderLength, $"this is commit {commit.Number} of {commit.Generation}");
            if (stream.Position != stream.Length)
                throw new IndexFormatException(path, stream.Position, "the end expected, found more");
            return commit;
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException or ArgumentException)
        {
            throw new IndexFormatException(path, stream.Position, error.Message);
        }
    }

    /// <summary>What cannot be read back must not be written; decoding checks every rule there is.</summary>
    private static byte[] Readable(Commit commit, byte[] bytes)
    {
        try
        {
            Decode(IndexNames.Commit(commit.Generation, commit.Number), bytes, commit.Generation, commit.Number);
            return bytes;
        }
        catch (IndexFormatException error)
        {
            throw new ArgumentException(error.Message, nameof(commit), error);
        }
    }

    private static void CheckFrame(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength + ChecksumLength || !bytes.StartsWith(Magic))
            throw new IndexFormatException(path, 0, "this is not a commit");
        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^ChecksumLength..]);
        var found = Crc32C.Of(bytes[..^ChecksumLength]);
        var byteLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (found != expected || byteLength != bytes.Length)
            throw new IndexFormatException(path, -1, $"checksum {expected:x8} expected, found {found:x8} over {bytes.Length} bytes");
        if (version != SectionFormat.Version)
            throw new IndexOutdatedException(path, "format", version, SectionFormat.Version);
    }

    private static Commit ReadCommit(BinaryReader reader)
    {
        var number = reader.ReadInt64();
        var generation = ReadName(reader);
        var written = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        var analysisVersion = reader.ReadInt32();
        var schema = ReadBlob(reader);
        var nextSegment = reader.ReadInt64();
        var segments = new List<SegmentEntry>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var segment = new SegmentEntry(ReadName(reader), reader.ReadInt32(), reader.ReadInt64(), ReadBlob(reader), reader.ReadUInt32());
            Check(segment, generation, nextSegment);
            segments.Add(segment);
        }
        var attachments = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
            attachments.Add(ReadName(reader), ReadBlob(reader));
        return new Commit(number, generation, written, analysisVersion, schema, nextSegment, segments, attachments);
    }

    private static void Check(SegmentEntry segment, string generation, long nextSegment)
    {
        var number = IndexNames.SegmentNumber(IndexNames.LastPart(segment.Name));
        if (number < 0 || number >= nextSegment || IndexNames.Segment(generation, number) != segment.Name)
            throw new InvalidDataException($"a segment of {generation} below {nextSegment} expected, found '{segment.Name}'");
        if (segment.DocCount < 0)
            throw new InvalidDataException($"'{segment.Name}' has {segment.DocCount} documents");
        var deleted = segment.Deleted;
        if (deleted.Length == 0)
            return;
        var behindLast = segment.DocCount % 8 == 0 ? 0 : deleted[^1] >> (segment.DocCount % 8);
        if (deleted.Length != (segment.DocCount + 7L) / 8 || behindLast != 0)
            throw new InvalidDataException($"'{segment.Name}' has {segment.DocCount} documents, its bitmap of deleted ones is of another size");
    }

    private static void WriteName(BinaryWriter writer, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        writer.Write(checked((ushort)bytes.Length));
        writer.Write(bytes);
    }

    private static void WriteBlob(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static string ReadName(BinaryReader reader) => Encoding.UTF8.GetString(ReadExactly(reader, reader.ReadUInt16()));

    private static byte[] ReadBlob(BinaryReader reader) => ReadExactly(reader, reader.ReadInt32());

    private static byte[] ReadExactly(BinaryReader reader, int byteLength)
    {
        if (byteLength < 0 || byteLength > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new EndOfStreamException($"{byteLength} bytes expected, the commit ends before");
        return reader.ReadBytes(byteLength);
    }
}
