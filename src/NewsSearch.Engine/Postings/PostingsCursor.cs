using System.Buffers.Binary;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>Walks the postings of one term, block by block; frequencies and positions are decoded only when asked for.</summary>
/// <remarks>Invariant: Doc is -1 before the first call, strictly increasing, then <see cref="PostingsFormat.NoMoreDocs"/>. One thread at a time.</remarks>
internal sealed class PostingsCursor
{
    // Enough for a record without a skip table: 128 postings, three varints each, or three packed blocks.
    private const int ShortRecordBytes = 128 * 20;

    /// <summary>No block: nothing stands in a window.</summary>
    public const int NoBlock = -1;

    private readonly PostingsReader _list;
    private readonly TermEntry _entry;
    private readonly uint[] _docs = new uint[PostingsFormat.BlockSize];
    private readonly uint[][] _frequencies;
    private readonly int _blockCount;
    private readonly ByteRegion _skips;
    private readonly ByteRegion _impacts;
    private readonly ByteRegion _blocks;
    private PositionsReader? _positions;
    private int _block = -1;
    private int _inBlock;
    private int _blockLength;
    private int _positionsCounted;
    private long _positionIndex;

    public PostingsCursor(PostingsReader list, TermEntry entry)
    {
        (_list, _entry) = (list, entry);
        _frequencies = [.. Enumerable.Range(0, list.Shape.SourceCount).Select(_ => new uint[PostingsFormat.BlockSize])];
        _blockCount = (entry.DocCount + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;
        if (entry.DocCount > list.SegmentDocCount) throw list.Postings.Error(entry.Postings, $"a term counts {entry.DocCount} documents, the segment holds {list.SegmentDocCount}");
        if (!HasSkips)
        {
            _blocks = list.Postings.Slice(entry.Postings, Math.Min(ShortRecordBytes, list.Postings.ByteLength - entry.Postings));
            return;
        }

        var (impactsLength, headLength) = ReadHead(list.Postings, entry.Postings);
        _skips = list.Postings.Slice(entry.Postings + headLength, (long)_blockCount * PostingsFormat.SkipEntryBytes);
        _impacts = list.Postings.Slice(_skips.Start + _skips.ByteLength - list.Postings.Start, impactsLength);
        _blocks = list.Postings.Slice(_impacts.Start + impactsLength - list.Postings.Start, SkipEntry(_blockCount - 1, 1));
    }

    public DocId Doc { get; private set; } = -1;

    public int DocCount => _entry.DocCount;

    private bool HasSkips => _entry.DocCount > PostingsFormat.BlockSize;

    public DocId Next()
    {
        if (++_inBlock < _blockLength) return Doc = (DocId)_docs[_inBlock];
        if (_block + 1 >= _blockCount) return End();
        Decode(_block + 1);
        return Doc = (DocId)_docs[0];
    }

    /// <summary>Moves to the first document at or after <paramref name="target"/>. Requires: target &gt; Doc.</summary>
    public DocId Seek(DocId target)
    {
        if (_block < 0 || _docs[_blockLength - 1] < target)
        {
            var block = FindBlock(target);
            if (block == _blockCount) return End();
            if (block != _block) Decode(block);
        }

        _inBlock = Math.Max(0, _inBlock);
        while (_inBlock < _blockLength && _docs[_inBlock] < target) _inBlock++;
        return _inBlock < _blockLength ? Doc = (DocId)_docs[_inBlock] : End();
    }

    /// <summary>The window of <paramref name="target"/>: the block that may hold postings from there to the window's last document;
    /// <see cref="NoBlock"/> where there is none. The cursor does not move. Requires: target not before any earlier one.</summary>
    public (int Block, DocId Last) Window(DocId target)
    {
        if (!HasSkips) return ShortWindow(target);
        var block = FindBlock(target);
        return block == _blockCount ? (NoBlock, PostingsFormat.NoMoreDocs) : (block, (DocId)SkipEntry(block, 0));
    }

    /// <summary>Adds every document from the current one on, block by block; the cursor ends.</summary>
    public void Fill(DocSet set)
    {
        for (var block = Math.Max(0, _block); block < _blockCount; block++)
        {
            if (block != _block) Decode(block);
            for (var i = Math.Max(0, _inBlock); i < _blockLength; i++) set.Add((DocId)_docs[i]);
        }

        End();
    }

    /// <summary>How often the current document has the term in a source.</summary>
    public int Frequency(int source) => (int)_frequencies[source][_inBlock];

    /// <summary>Positions of the term in the current document, never decreasing; valid until the next call.</summary>
    public ReadOnlySpan<int> Positions()
    {
        _positions ??= new PositionsReader(_list.Positions, _entry.Positions, PositionCount());
        for (; _positionsCounted < _inBlock; _positionsCounted++) _positionIndex += _frequencies[0][_positionsCounted];
        return _positions.Read(_positionIndex, Frequency(0));
    }

    /// <summary>The pairs (frequency, length code) of a block and source that bound any score in it; null where none are kept.</summary>
    public IReadOnlyList<(int Frequency, byte LengthCode)>? Impacts(int block, int source)
    {
        if (block == NoBlock) return [];
        if (!HasSkips) return null;
        var start = block == 0 ? 0 : SkipEntry(block - 1, 2);
        var reader = new ByteReader(_impacts.Span(start, (int)(SkipEntry(block, 2) - start)));
        for (var at = 0; ; at++)
        {
            var pairs = new (int, byte)[reader.ReadVarInt()];
            for (var i = 0; i < pairs.Length; i++)
            {
                var length = reader.ReadByte();
                pairs[i] = (reader.ReadVarInt(), length);
            }

            if (at == source) return pairs;
        }
    }

    /// <summary>A short list has its documents at hand: its windows are those documents and the gaps between them.</summary>
    private (int Block, DocId Last) ShortWindow(DocId target)
    {
        if (_block < 0)
        {
            Decode(0);
            _inBlock = -1; // before the first document still
        }

        var at = Math.Max(0, _inBlock);
        while (at < _blockLength && _docs[at] < target) at++;
        if (at >= _blockLength) return (NoBlock, PostingsFormat.NoMoreDocs);
        return _docs[at] == target ? (0, target) : (NoBlock, (DocId)_docs[at] - 1);
    }

    private static (long ImpactsLength, int ByteLength) ReadHead(ByteRegion postings, long start)
    {
        try
        {
            var head = new ByteReader(postings.SpanUpTo(start, 10));
            return ((long)head.ReadVarInt64(), head.Offset);
        }
        catch (EndOfStreamException)
        {
            throw postings.Error(start, "a record of postings ends too early");
        }
    }

    private DocId End()
    {
        (_block, _inBlock, _blockLength) = (_blockCount, 0, 0);
        return Doc = PostingsFormat.NoMoreDocs;
    }

    /// <summary>The first block from the current one on whose last document is not before target.</summary>
    private int FindBlock(DocId target)
    {
        if (!HasSkips) return _block < 0 ? 0 : _blockCount;
        int low = Math.Max(0, _block), high = _blockCount;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (SkipEntry(middle, 0) < target) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Word of a skip entry: 0 last document, 1 end of block, 2 end of impacts, 3 positions up to its end.</summary>
    private long SkipEntry(int block, int word) =>
        BinaryPrimitives.ReadUInt32LittleEndian(_skips.Span(((long)block * PostingsFormat.SkipEntryBytes) + (4 * word), 4));

    private void Decode(int block)
    {
        var start = HasSkips && block > 0 ? SkipEntry(block - 1, 1) : 0;
        var end = HasSkips ? SkipEntry(block, 1) : _blocks.ByteLength;
        var last = HasSkips && block > 0 ? SkipEntry(block - 1, 0) : -1;
        _blockLength = Math.Min(PostingsFormat.BlockSize, _entry.DocCount - (block * PostingsFormat.BlockSize));
        var bytes = new ByteReader(_blocks.Span(start, (int)(end - start)));
        try
        {
            if (_blockLength == PostingsFormat.BlockSize) DecodePacked(ref bytes);
            else DecodeTail(ref bytes);
        }
        catch (EndOfStreamException)
        {
            throw _blocks.Error(start, "a block of postings ends too early");
        }

        for (var i = 0; i < _blockLength; i++)
        {
            last += _docs[i] + 1L;
            _docs[i] = (uint)last;
        }

        if (HasSkips && last != SkipEntry(block, 0)) throw _blocks.Error(start, $"a block of postings ends at document {last}, its skip entry at {SkipEntry(block, 0)}");
        if (last >= _list.SegmentDocCount) throw _blocks.Error(start, $"a posting names document {last}, the segment holds {_list.SegmentDocCount}");
        (_block, _inBlock) = (block, 0);
        _positionsCounted = 0;
        _positionIndex = HasSkips && block > 0 ? SkipEntry(block - 1, 3) : 0;
    }

    private void DecodePacked(ref ByteReader bytes)
    {
        Unpack(ref bytes, _docs);
        foreach (var frequencies in _frequencies) Unpack(ref bytes, frequencies);

        static void Unpack(ref ByteReader bytes, uint[] values)
        {
            var bits = bytes.ReadByte();
            if (bits > 32) throw new EndOfStreamException();
            BitPacking.Unpack(bytes.Read(BitPacking.ByteLength(bits)), bits, values);
        }
    }

    private void DecodeTail(ref ByteReader bytes)
    {
        for (var i = 0; i < _blockLength; i++)
        {
            var gap = bytes.ReadVarInt64();
            var one = _frequencies.Length == 1 && (gap & 1) != 0;
            _docs[i] = (uint)(_frequencies.Length == 1 ? gap >> 1 : gap);
            if (one) _frequencies[0][i] = 1;
            else foreach (var frequencies in _frequencies) frequencies[i] = (uint)bytes.ReadVarInt();
        }
    }

    private long PositionCount()
    {
        if (HasSkips) return SkipEntry(_blockCount - 1, 3);
        var count = 0L;
        for (var i = 0; i < _blockLength; i++) count += _frequencies[0][i];
        return count;
    }
}
