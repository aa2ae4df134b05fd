using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>The postings of one term, block by block: where each lies, what bounds it, how it is decoded. Immutable.</summary>
internal readonly struct PostingsRecord
{
    // Enough for a record without a skip table: 128 postings, three varints each, or a bitmap and packed blocks.
    private const int ShortRecordBytes = 128 * 20;

    private readonly PostingsReader _list;
    private readonly TermEntry _entry;
    private readonly SkipTable _skips;
    private readonly ByteRegion _blocks;

    public PostingsRecord(PostingsReader list, TermEntry entry)
    {
        var postings = list.Postings;
        if (entry.DocCount > list.SegmentDocCount) throw postings.Error(entry.Postings, $"a term counts {entry.DocCount} documents, the segment holds {list.SegmentDocCount}");
        (_list, _entry) = (list, entry);
        BlockCount = (entry.DocCount + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;
        if (!HasSkips)
        {
            _blocks = postings.Slice(entry.Postings, Math.Min(ShortRecordBytes, postings.ByteLength - entry.Postings));
            return;
        }

        var entries = postings.Slice(entry.Postings, (long)BlockCount * list.Shape.SkipEntryBytes);
        _skips = new SkipTable(entries, list.Shape, BlockCount);
        _blocks = postings.Slice(entry.Postings + entries.ByteLength, _skips.End(BlockCount - 1));
    }

    public int DocCount => _entry.DocCount;

    /// <summary>How long filling a set takes, in documents of a packed list: bitmaps take about an eighth.</summary>
    public int FillCost => DocCount > _list.SegmentDocCount / 10 ? DocCount / 8 : DocCount;

    public int BlockCount { get; }

    public int SourceCount => _list.Shape.SourceCount;

    /// <summary>Whether the record knows bounds; a short one does not, its one block is as quickly read.</summary>
    public bool HasSkips => _entry.DocCount > PostingsFormat.BlockSize;

    /// <summary>The first block from <paramref name="from"/> on that may hold target or a later document; BlockCount where there is none.</summary>
    public int FindBlock(int from, DocId target) => HasSkips ? _skips.Find(from, target) : from;

    /// <summary>Requires: <see cref="HasSkips"/>.</summary>
    public DocId LastDocOf(int block) => _skips.LastDoc(block);

    /// <summary>What no posting of a block weighs beyond in a source; see <see cref="BlockBound"/>. Requires: <see cref="HasSkips"/>.</summary>
    public float BoundOf(int block, int source) => _skips.BoundOf(block, source);

    /// <summary>Positions in the blocks before one. Requires: the list has positions.</summary>
    public long PositionsBefore(int block) => HasSkips ? _skips.PositionsUpTo(block - 1) : 0;

    /// <summary>A reader of the term's positions.</summary>
    /// <param name="only">The term's one block, decoded, where it has no more.</param>
    public PositionsReader Positions(PostingsBlock only) => new(_list.Positions, _entry.Positions, PositionCount(only));

    /// <summary>The same with a reader of another term.</summary>
    public void Reopen(PositionsReader reader, PostingsBlock only) => reader.Reopen(_entry.Positions, PositionCount(only));

    /// <summary>Adds the documents of a block that is a bitmap, without decoding it; false where it is none, or where decoding it will tell what is wrong.</summary>
    public bool TryAddBitmap(int block, DocSet set)
    {
        if (!HasSkips || (block + 1) * PostingsFormat.BlockSize > _entry.DocCount) return false;
        var place = _skips.Place(block);
        if (place.End <= place.Start || (uint)(place.PreviousDoc + 1) > (uint)_list.SegmentDocCount || place.LastDoc >= _list.SegmentDocCount) return false;
        var bytes = _blocks.Span(place.Start, (int)(place.End - place.Start));
        var byteLength = 8 * (bytes[0] & ~PostingsFormat.BitmapFlag);
        if ((bytes[0] & PostingsFormat.BitmapFlag) == 0 || byteLength == 0 || byteLength >= bytes.Length) return false;
        var lastByte = byteLength - 8 + ((place.LastDoc & 63) >> 3);
        var firstWord = (place.PreviousDoc + 1) >> 6;
        return (place.LastDoc >> 6) - firstWord == (byteLength / 8) - 1
            && (bytes[1 + lastByte] >> (place.LastDoc & 7)) == 1
            && set.AddWords(bytes.Slice(1, byteLength), firstWord) == PostingsFormat.BlockSize;
    }

    /// <summary>Decodes a block; the cursor in it stands on its first document.</summary>
    public void Decode(int block, PostingsBlock into)
    {
        var place = HasSkips ? _skips.Place(block) : new BlockPlace(0, _blocks.ByteLength, -1, -1);
        var length = Math.Min(PostingsFormat.BlockSize, _entry.DocCount - (block * PostingsFormat.BlockSize));
        if (place.End < place.Start || (uint)(place.PreviousDoc + 1) > (uint)_list.SegmentDocCount) throw _blocks.Error(place.Start, $"the skip entry of block {block} is damaged");
        into.Decode(_blocks, place.Start, (int)(place.End - place.Start), length, place.PreviousDoc, _list.SegmentDocCount);
        if (HasSkips && into.LastDoc != place.LastDoc) throw _blocks.Error(place.Start, $"a block of postings ends at document {into.LastDoc}, its skip entry at {place.LastDoc}");
    }

    /// <summary>Whether a block is a bitmap without the document: seen at its bit, without decoding. Requires: <see cref="HasSkips"/>, a block that <see cref="FindBlock"/> gave for it.</summary>
    public bool SurelyLacks(int block, DocId doc)
    {
        var place = _skips.Place(block);
        var at = 1L + ((doc >> 6) - ((place.PreviousDoc + 1L) >> 6) << 3) + ((doc & 63) >> 3);
        if (place.End - place.Start <= at || doc <= place.PreviousDoc) return doc <= place.PreviousDoc;
        var bytes = _blocks.Span(place.Start, (int)at + 1);
        return (bytes[0] & PostingsFormat.BitmapFlag) != 0 && (bytes[(int)at] >> (doc & 7) & 1) == 0;
    }

    private long PositionCount(PostingsBlock only) => HasSkips ? _skips.PositionsUpTo(BlockCount - 1) : only.SumFrequencies(0, only.Length);
}
