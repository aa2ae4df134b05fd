using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>Walks the postings of one term, block by block; frequencies and positions are decoded only when asked for.</summary>
/// <remarks>Invariant: Doc is -1 before the first call, strictly increasing, then <see cref="PostingsFormat.NoMoreDocs"/>. One thread at a time.</remarks>
internal sealed class PostingsCursor
{
    /// <summary>No block: nothing stands in a window.</summary>
    public const int NoBlock = -1;

    // Enough for a record without a skip table: 128 postings, three varints each, or three packed blocks.
    private const int ShortRecordBytes = 128 * 20;

    private readonly PostingsReader _list;
    private readonly PostingsBlock _current;
    private TermEntry _entry;
    private SkipTable _skips;
    private ByteRegion _blocks;
    private PositionsReader? _positions;
    private bool _hasPositions; // of this term
    private int _block;
    private int _inBlock;
    private int _positionsCounted;
    private long _positionIndex;

    public PostingsCursor(PostingsReader list, TermEntry entry)
    {
        _list = list;
        _current = new PostingsBlock(list.Shape.SourceCount);
        Reopen(entry);
    }

    public DocId Doc { get; private set; }

    public int DocCount => _entry.DocCount;

    private bool HasSkips => _entry.DocCount > PostingsFormat.BlockSize;

    private int BlockCount => (_entry.DocCount + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;

    /// <summary>Stands before the first document of another term of the list.</summary>
    public void Reopen(TermEntry entry)
    {
        var postings = _list.Postings;
        if (entry.DocCount > _list.SegmentDocCount) throw postings.Error(entry.Postings, $"a term counts {entry.DocCount} documents, the segment holds {_list.SegmentDocCount}");
        (_entry, _hasPositions, _block, _inBlock, Doc) = (entry, false, -1, 0, -1);
        _current.Clear();
        if (!HasSkips)
        {
            _blocks = postings.Slice(entry.Postings, Math.Min(ShortRecordBytes, postings.ByteLength - entry.Postings));
            return;
        }

        var (impactsLength, headLength) = ReadHead(postings, entry.Postings);
        var entries = postings.Slice(entry.Postings + headLength, (long)BlockCount * PostingsFormat.SkipEntryBytes);
        var impacts = postings.Slice(entries.Start + entries.ByteLength - postings.Start, impactsLength);
        _skips = new SkipTable(entries, impacts, BlockCount);
        _blocks = postings.Slice(impacts.Start + impactsLength - postings.Start, _skips.End(BlockCount - 1));
    }

    public DocId Next()
    {
        if (++_inBlock < _current.Length) return Doc = _current[_inBlock];
        if (_block + 1 >= BlockCount) return End();
        Decode(_block + 1);
        return Doc = _current[0];
    }

    /// <summary>Moves to the first document at or after <paramref name="target"/>. Requires: target &gt; Doc.</summary>
    public DocId Seek(DocId target)
    {
        if (_block < 0 || _current.LastDoc < target)
        {
            var block = FindBlock(target);
            if (block == BlockCount) return End();
            if (block != _block) Decode(block);
        }

        _inBlock = Math.Max(0, _inBlock);
        var docs = _current.Docs;
        while (_inBlock < docs.Length && docs[_inBlock] < target) _inBlock++;
        return _inBlock < docs.Length ? Doc = (DocId)docs[_inBlock] : End();
    }

    /// <summary>The window of <paramref name="target"/>: the block that may hold postings from there to the window's last document;
    /// <see cref="NoBlock"/> where there is none. The cursor does not move. Requires: target not before any earlier one.</summary>
    public (int Block, DocId Last) Window(DocId target)
    {
        if (!HasSkips) return ShortWindow(target);
        var block = FindBlock(target);
        return block == BlockCount ? (NoBlock, PostingsFormat.NoMoreDocs) : (block, _skips.LastDoc(block));
    }

    /// <summary>Adds every document from the current one on, block by block; the cursor ends.</summary>
    public void Fill(DocSet set)
    {
        for (var block = Math.Max(0, _block); block < BlockCount; block++)
        {
            if (block != _block) Decode(block);
            set.AddAll(_current.Docs[Math.Max(0, _inBlock)..]);
        }

        End();
    }

    /// <summary>How often the current document has the term in a source.</summary>
    public int Frequency(int source) => _current.Frequency(source, _inBlock);

    /// <summary>Positions of the term in the current document, never decreasing; valid until the next call.</summary>
    public ReadOnlySpan<int> Positions()
    {
        if (!_hasPositions) OpenPositions();
        _positionIndex += _current.SumFrequencies(_positionsCounted, _inBlock);
        _positionsCounted = _inBlock;
        return _positions!.Read(_positionIndex, Frequency(0));
    }

    /// <summary>Hands all documents and positions of the term on, block by block, each document renumbered by <paramref name="step"/>. Requires: a cursor before the first.</summary>
    public void CopyTo(PostingsWriter writer, int step)
    {
        for (var block = 0; block < BlockCount; block++)
        {
            Decode(block);
            writer.Add(_current, step);
        }

        if (!_list.Shape.HasPositions) return;
        OpenPositions();
        _positions!.CopyTo(writer);
    }

    /// <summary>The pairs (length code, frequency) of a block and source that bound any score in it; false where none are kept.</summary>
    public bool TryImpacts(int block, int source, out ImpactPairs pairs)
    {
        pairs = HasSkips && block != NoBlock ? _skips.ImpactsOf(block, source) : default;
        return HasSkips || block == NoBlock;
    }

    /// <summary>A short list has its documents at hand: its windows are those documents and the gaps between them.</summary>
    private (int Block, DocId Last) ShortWindow(DocId target)
    {
        if (_block < 0)
        {
            Decode(0);
            _inBlock = -1; // before the first document still
        }

        var docs = _current.Docs;
        var at = Math.Max(0, _inBlock);
        while (at < docs.Length && docs[at] < target) at++;
        if (at >= docs.Length) return (NoBlock, PostingsFormat.NoMoreDocs);
        return docs[at] == target ? (0, target) : (NoBlock, (DocId)docs[at] - 1);
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

    /// <remarks>Requires: a block is decoded, the only one where there are no skips.</remarks>
    private void OpenPositions()
    {
        var count = HasSkips ? _skips.PositionsUpTo(BlockCount - 1) : _current.SumFrequencies(0, _current.Length);
        if (_positions is null) _positions = new PositionsReader(_list.Positions, _entry.Positions, count);
        else _positions.Reopen(_entry.Positions, count);
        _hasPositions = true;
    }

    private DocId End()
    {
        (_block, _inBlock) = (BlockCount, 0);
        _current.Clear();
        return Doc = PostingsFormat.NoMoreDocs;
    }

    /// <summary>The first block from the current one on whose last document is not before target.</summary>
    private int FindBlock(DocId target) => HasSkips ? _skips.Find(Math.Max(0, _block), target) : _block < 0 ? 0 : BlockCount;

    private void Decode(int block)
    {
        var start = HasSkips ? _skips.End(block - 1) : 0;
        var end = HasSkips ? _skips.End(block) : _blocks.ByteLength;
        var previous = HasSkips && block > 0 ? _skips.LastDoc(block - 1) : -1;
        var length = Math.Min(PostingsFormat.BlockSize, _entry.DocCount - (block * PostingsFormat.BlockSize));
        if (end < start || previous >= _list.SegmentDocCount) throw _blocks.Error(start, $"the skip entry of block {block} is damaged");
        _current.Decode(_blocks, start, (int)(end - start), length, previous, _list.SegmentDocCount);
        if (HasSkips && _current.LastDoc != _skips.LastDoc(block)) throw _blocks.Error(start, $"a block of postings ends at document {_current.LastDoc}, its skip entry at {_skips.LastDoc(block)}");
        (_block, _inBlock, _positionsCounted) = (block, 0, 0);
        _positionIndex = HasSkips ? _skips.PositionsUpTo(block - 1) : 0;
    }
}
