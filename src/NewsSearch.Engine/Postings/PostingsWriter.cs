using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>The postings of one term after another -> the postings and positions sections of a list.</summary>
/// <remarks>Call order: for each document <c>Add</c> (and <see cref="AddPosition"/>), or <see cref="Start"/> and <see cref="AddGap"/>;
/// then <see cref="FinishTerm"/>.</remarks>
internal sealed class PostingsWriter(PostingsShape shape, ByteSink postings, ByteSink? positions, IReadOnlyList<byte[]> lengthCodes)
{
    private readonly uint[] _gaps = new uint[PostingsFormat.BlockSize];
    private readonly uint[][] _frequencies = [.. Enumerable.Range(0, shape.SourceCount).Select(_ => new uint[PostingsFormat.BlockSize])];
    private readonly DocId[] _docs = new DocId[PostingsFormat.BlockSize];
    private readonly ByteBuffer _skips = new();
    private readonly ByteBuffer _impacts = new();
    private readonly ByteBuffer _blocks = new();
    private readonly ByteBuffer _head = new();
    private readonly ByteBuffer _pairs = new();
    private readonly uint[] _mostByLength = new uint[byte.MaxValue + 1];
    private readonly PositionsWriter? _positions = shape.HasPositions ? new PositionsWriter(positions!) : null;
    private int _inBlock;
    private int _docCount;
    private long _positionCount;
    private DocId _lastDoc = -1;

    /// <summary>Documents of the term so far.</summary>
    public int DocCount => _docCount;

    /// <summary>Requires: doc greater than the one before; frequencies: one per source, their sum at least 1.</summary>
    public void Add(DocId doc, ReadOnlySpan<int> frequencies)
    {
        Start(doc);
        for (var source = 0; source < _frequencies.Length; source++) _frequencies[source][_inBlock - 1] = (uint)frequencies[source];
    }

    /// <summary>Requires: never decreasing within a document; as many as its frequency.</summary>
    public void AddPosition(int position) => _positions!.Add(position);

    /// <summary>A document whose frequency its gaps will tell. Requires: a list with positions; doc greater than the one before.</summary>
    public void Start(DocId doc)
    {
        if (_inBlock == PostingsFormat.BlockSize) FlushBlock();
        _gaps[_inBlock] = (uint)(doc - _lastDoc - 1);
        _docs[_inBlock] = doc;
        if (_frequencies.Length > 0) _frequencies[0][_inBlock] = 0;
        _lastDoc = doc;
        _inBlock++;
        _docCount++;
        _positions?.StartDocument();
    }

    /// <summary>The same for a whole block at once, each document renumbered by <paramref name="step"/>; its positions follow by <see cref="AddPositionGaps"/>.</summary>
    public void Add(PostingsBlock block, int step)
    {
        for (int from = 0, count; from < block.Length; from += count)
        {
            if (_inBlock == PostingsFormat.BlockSize) FlushBlock();
            count = Math.Min(PostingsFormat.BlockSize - _inBlock, block.Length - from);
            for (var source = 0; source < _frequencies.Length; source++) block.Frequencies(source).Slice(from, count).CopyTo(_frequencies[source].AsSpan(_inBlock));
            AddDocs(block.Docs.Slice(from, count), step);
        }
    }

    /// <summary>Positions of whole documents, as gaps. Requires: all of the term that this writer was not given yet, in order.</summary>
    public void AddPositionGaps(ReadOnlySpan<uint> gaps) => _positions!.AddGaps(gaps);

    /// <summary>One more position in the document: less the one before, the first as it is.</summary>
    public void AddGap(uint gap)
    {
        _frequencies[0][_inBlock - 1]++;
        _positions!.AddGap(gap);
    }

    /// <summary>Writes the term's record and tells where it stands. Requires: at least one document.</summary>
    public TermEntry FinishTerm()
    {
        if (_docCount > PostingsFormat.BlockSize) FlushBlock();
        var entry = new TermEntry(_docCount, postings.Position, _positions?.FinishTerm() ?? 0);
        if (_docCount > PostingsFormat.BlockSize)
        {
            _head.WriteVarInt(_impacts.Length);
            postings.Write(_head.Written);
            postings.Write(_skips.Written);
            postings.Write(_impacts.Written);
        }
        else if (_docCount == PostingsFormat.BlockSize)
        {
            PackBlock();
        }
        else
        {
            WriteTail();
        }

        postings.Write(_blocks.Written);
        foreach (var buffer in (ReadOnlySpan<ByteBuffer>)[_head, _skips, _impacts, _blocks]) buffer.Clear();
        (_inBlock, _docCount, _positionCount, _lastDoc) = (0, 0, 0, -1);
        return entry;
    }

    private void AddDocs(ReadOnlySpan<uint> docs, int step)
    {
        var gaps = _gaps.AsSpan(_inBlock, docs.Length);
        var numbers = _docs.AsSpan(_inBlock, docs.Length);
        var last = _lastDoc;
        for (var i = 0; i < docs.Length; i++)
        {
            var doc = (DocId)docs[i] + step;
            gaps[i] = (uint)(doc - last - 1);
            numbers[i] = last = doc;
        }

        _lastDoc = last;
        _inBlock += docs.Length;
        _docCount += docs.Length;
    }

    private void FlushBlock()
    {
        if (_inBlock == PostingsFormat.BlockSize) PackBlock();
        else WriteTail();
        for (var source = 0; source < _frequencies.Length; source++) WriteImpacts(source);
        foreach (var frequency in _positions is null ? [] : _frequencies[0].AsSpan(0, _inBlock)) _positionCount += frequency;
        _skips.WriteUInt32((uint)_lastDoc);
        _skips.WriteUInt32((uint)_blocks.Length);
        _skips.WriteUInt32((uint)_impacts.Length);
        _skips.WriteUInt32((uint)_positionCount);
        _inBlock = 0;
    }

    private void PackBlock()
    {
        Pack(_gaps);
        foreach (var frequencies in _frequencies) Pack(frequencies);

        void Pack(uint[] values)
        {
            var bits = BitPacking.BitsFor(values);
            _blocks.Write((byte)bits);
            BitPacking.Pack(values, bits, _blocks.Append(BitPacking.ByteLength(bits)));
        }
    }

    private void WriteTail()
    {
        for (var i = 0; i < _inBlock; i++)
        {
            // A frequency of one is the common case and costs one bit, as in Lucene's tails.
            var one = _frequencies.Length == 1 && _frequencies[0][i] == 1;
            _blocks.WriteVarInt(_frequencies.Length == 1 ? ((ulong)_gaps[i] << 1) | (one ? 1u : 0u) : _gaps[i]);
            if (one) continue;
            foreach (var frequencies in _frequencies) _blocks.WriteVarInt(frequencies[i]);
        }
    }

    /// <summary>The block's pairs (frequency, length code) that no other pair beats in both; enough to bound any score that grows
    /// with frequency and falls with length. Source: Ding and Suel, "Faster top-k document retrieval using block-max indexes" (2011),
    /// with the pairs of Lucene 8's impacts in place of one maximum.</summary>
    private void WriteImpacts(int source)
    {
        var (frequencies, codes, mostByLength) = (_frequencies[source], lengthCodes[source], _mostByLength);
        int shortest = byte.MaxValue, longest = byte.MinValue;
        for (var i = 0; i < _inBlock; i++)
        {
            var length = codes[_docs[i]];
            if (frequencies[i] > mostByLength[length]) mostByLength[length] = frequencies[i];
            (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
        }

        var count = 0;
        var most = 0u;
        _pairs.Clear();
        for (var length = shortest; length <= longest; length++)
        {
            if (mostByLength[length] > most)
            {
                most = mostByLength[length];
                _pairs.Write((byte)length);
                _pairs.WriteVarInt(most);
                count++;
            }

            mostByLength[length] = 0;
        }

        _impacts.WriteVarInt(count);
        _impacts.Write(_pairs.Written);
    }
}
