using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Stored;

/// <summary>Document -> its stored record, from the head section (in place) or the body section (decompressed). Thread-safe.</summary>
internal sealed class StoredReader
{
    private readonly ByteRegion _heads;
    private readonly ByteRegion _bodies;
    private readonly int _docCount;
    private readonly int _blockCount;
    private readonly long _tableStart;
    private volatile DecodedBlock _last = new(-1, []);

    public StoredReader(ByteRegion heads, ByteRegion bodies, int docCount)
    {
        (_heads, _bodies, _docCount) = (heads, bodies, docCount);
        var trailer = bodies.ByteLength - StoredFormat.BodyTrailerBytes;
        _blockCount = (int)BinaryPrimitives.ReadUInt32LittleEndian(bodies.Span(trailer, StoredFormat.BodyTrailerBytes));
        _tableStart = trailer - ((long)_blockCount * StoredFormat.BlockEntryBytes);
        if (_blockCount < 0 || _tableStart < 0) throw bodies.Error(Math.Max(0, trailer), "the table of stored blocks does not fit its section");
    }

    /// <summary>The head record; valid as long as the segment is open.</summary>
    public ReadOnlySpan<byte> Head(DocId doc)
    {
        var ends = _heads.ByteLength - (8L * _docCount);
        var start = doc == 0 ? 0 : End(doc - 1);
        var byteLength = End(doc) - start;
        return byteLength is >= 0 and <= int.MaxValue ? _heads.Span(start, (int)byteLength) : throw _heads.Error(ends, $"the head of document {doc} has {byteLength} bytes");

        long End(DocId d) => BinaryPrimitives.ReadInt64LittleEndian(_heads.Span(ends + (8L * d), 8));
    }

    /// <summary>The body record.</summary>
    public ReadOnlySpan<byte> Body(DocId doc)
    {
        var block = FindBlock(doc);
        var decoded = _last;
        if (decoded.Block != block) _last = decoded = new DecodedBlock(block, Decompress(block));
        var at = 0;
        for (var before = FirstDoc(block); ; before++)
        {
            var (start, length) = Record(decoded.Bytes, at, doc);
            if (before >= doc) return decoded.Bytes.AsSpan(start, length);
            at = start + length;
        }
    }

    /// <summary>Blocks of bodies.</summary>
    public int BlockCount => _blockCount;

    /// <summary>The documents [First, End) of a block of bodies.</summary>
    public (DocId First, DocId End) Documents(int block) => ((DocId)FirstDoc(block), block + 1 < _blockCount ? (DocId)FirstDoc(block + 1) : _docCount);

    /// <summary>A block of bodies as it lies in the file, and its length when unpacked; valid as long as the segment is open.</summary>
    public ReadOnlySpan<byte> Compressed(int block, out uint byteLength)
    {
        byteLength = BinaryPrimitives.ReadUInt32LittleEndian(Entry(block)[4..]);
        var start = BinaryPrimitives.ReadInt64LittleEndian(Entry(block)[8..]);
        var end = block + 1 < _blockCount ? BinaryPrimitives.ReadInt64LittleEndian(Entry(block + 1)[8..]) : _tableStart;
        if (byteLength > Array.MaxLength || start < 0 || end < start || end - start > int.MaxValue) throw _bodies.Error(_tableStart, "the table of stored blocks is damaged");
        return _bodies.Span(start, (int)(end - start));
    }

    /// <summary>The bodies of a block, unpacked, document after document.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Bodies(int block)
    {
        var bytes = Decompress(block);
        var (at, (first, end)) = (0, Documents(block));
        for (var doc = first; doc < end; doc++)
        {
            var (start, length) = Record(bytes, at, doc);
            yield return bytes.AsMemory(start, length);
            at = start + length;
        }
    }

    private int FindBlock(DocId doc)
    {
        int low = 0, high = _blockCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (FirstDoc(middle) <= doc) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private long FirstDoc(int block) => BinaryPrimitives.ReadUInt32LittleEndian(Entry(block));

    private ReadOnlySpan<byte> Entry(int block) => _bodies.Span(_tableStart + ((long)block * StoredFormat.BlockEntryBytes), StoredFormat.BlockEntryBytes);

    /// <summary>Where the record that begins at <paramref name="at"/> has its bytes.</summary>
    private (int Start, int Length) Record(byte[] bytes, int at, DocId doc)
    {
        try
        {
            var reader = new ByteReader(bytes) { Offset = at };
            var length = reader.ReadVarInt();
            reader.Read(length);
            return (reader.Offset - length, length);
        }
        catch (EndOfStreamException)
        {
            throw _bodies.Error(0, $"stored document {doc} is not in its block");
        }
    }

    private byte[] Decompress(int block)
    {
        var compressed = Compressed(block, out var length);
        return Decompress(compressed, (int)length) ?? throw _bodies.Error(_tableStart, $"block {block} of stored text does not decompress");
    }

    /// <summary>Memory grows with what is really there, so that a damaged length asks for little. Null where it does not decompress.</summary>
    private static byte[]? Decompress(ReadOnlySpan<byte> compressed, int length)
    {
        using var decoder = new BrotliDecoder();
        var bytes = new byte[Math.Min(length, 1 << 20)];
        for (var at = 0; ;)
        {
            var status = decoder.Decompress(compressed, bytes.AsSpan(at), out var consumed, out var written);
            compressed = compressed[consumed..];
            at += written;
            if (status == OperationStatus.Done) return at == length ? bytes : null;
            if (status != OperationStatus.DestinationTooSmall || bytes.Length == length) return null;
            Array.Resize(ref bytes, (int)Math.Min(length, 2L * bytes.Length));
        }
    }

    private sealed record DecodedBlock(int Block, byte[] Bytes);
}
