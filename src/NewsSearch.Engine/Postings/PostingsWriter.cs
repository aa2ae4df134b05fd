using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Packing;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>The postings of one term after another -> the postings and positions sections of a list.</summary>
/// <remarks>Call order: for each document <c>Add</c> (and <see cref="AddPosition"/>), or <see cref="Start"/> and <see cref="AddGap"/>;
/// then <see cref="FinishTerm"/>.</remarks>
internal sealed class PostingsWriter
{
    private readonly ByteSink _postings;
    private readonly PositionsWriter? _positions;
    private readonly uint[] _docs = new uint[PostingsFormat.BlockSize];
    private readonly uint[] _gaps = new uint[PostingsFormat.BlockSize];
    private readonly uint[][] _frequencies;
    private readonly BlockBound[] _bounds;
    private readonly ByteBuffer _skips = new();
    private readonly ByteBuffer _blocks = new();
    private int _inBlock;
    private int _docCount;
    private long _positionCount;
    private DocId _lastDoc = -1;
    private DocId _lastOfBlockBefore = -1;

    /// <param name="shape">Of the list.</param>
    /// <param name="postings">The section of the postings.</param>
    /// <param name="positions">That of the positions; null in lists without.</param>
    /// <param name="lengthCodes">For each source, by document.</param>
    public PostingsWriter(PostingsShape shape, ByteSink postings, ByteSink? positions, IReadOnlyList<byte[]> lengthCodes)
    {
        _postings = postings;
        _positions = shape.HasPositions ? new PositionsWriter(positions!) : null;
        _frequencies = [.. Enumerable.Range(0, shape.SourceCount).Select(_ => new uint[PostingsFormat.BlockSize])];
        _bounds = [.. lengthCodes.Take(shape.SourceCount).Select(codes => new BlockBound(codes))];
    }

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
        _docs[_inBlock] = (uint)doc;
        _gaps[_inBlock] = (uint)(doc - _lastDoc - 1);
        if (_frequencies.Length > 0) _frequencies[0][_inBlock] = 0;
        _lastDoc = doc;
        _inBlock++;
        _docCount++;
        _positions?.StartDocument();
    }

    /// <summary>One more position in the document: less the one before, the first as it is.</summary>
    public void AddGap(uint gap)
    {
        _frequencies[0][_inBlock - 1]++;
        _positions!.AddGap(gap);
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

    /// <summary>Writes the term's record and tells where it stands. Requires: at least one document.</summary>
    public TermEntry FinishTerm()
    {
        if (_docCount > PostingsFormat.BlockSize) FlushBlock();
        var entry = new TermEntry(_docCount, _postings.Position, _positions?.FinishTerm() ?? 0);
        if (_docCount > PostingsFormat.BlockSize)
        {
            _postings.Write(_skips.Written);
        }
        else
        {
            WriteBlock();
        }

        _postings.Write(_blocks.Written);
        _skips.Clear();
        _blocks.Clear();
        (_inBlock, _docCount, _positionCount, _lastDoc, _lastOfBlockBefore) = (0, 0, 0, -1, -1);
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
            numbers[i] = (uint)doc;
            last = doc;
        }

        _lastDoc = last;
        _inBlock += docs.Length;
        _docCount += docs.Length;
    }

    private void FlushBlock()
    {
        WriteBlock();
        foreach (var frequency in _positions is null ? [] : _frequencies[0].AsSpan(0, _inBlock)) _positionCount += frequency;
        _skips.WriteUInt32((uint)_lastDoc);
        _skips.WriteUInt32((uint)_blocks.Length);
        if (_positions is not null) _skips.WriteUInt32((uint)_positionCount);
        for (var source = 0; source < _frequencies.Length; source++) _skips.WriteUInt16(_bounds[source].Of(_docs.AsSpan(0, _inBlock), _frequencies[source]));
        (_inBlock, _lastOfBlockBefore) = (0, _lastDoc);
    }

    private void WriteBlock()
    {
        if (_inBlock < PostingsFormat.BlockSize)
        {
            WriteTail();
            return;
        }

        var bits = BitPacking.BitsFor(_gaps);
        var firstWord = (_lastOfBlockBefore + 1) >> 6;
        var wordCount = (_lastDoc >> 6) - firstWord + 1;
        if (PostingsFormat.PrefersBitmap(wordCount, BitPacking.ByteLength(bits)))
        {
            WriteBitmap(firstWord, wordCount);
        }
        else
        {
            _blocks.Write((byte)bits);
            BitPacking.Pack(_gaps, bits, _blocks.Append(BitPacking.ByteLength(bits)));
        }

        foreach (var frequencies in _frequencies) PatchedPacking.Pack(frequencies, _blocks);
    }

    private void WriteBitmap(int firstWord, int wordCount)
    {
        _blocks.Write((byte)(PostingsFormat.BitmapFlag | wordCount));
        var bitmap = Zeros(8 * wordCount);
        foreach (var doc in _docs)
        {
            var bit = (int)doc - (firstWord << 6);
            bitmap[bit >> 3] |= (byte)(1 << (bit & 7));
        }
    }

    private void WriteTail()
    {
        if (_inBlock >= PostingsFormat.PackedTail)
        {
            WritePackedTail();
            return;
        }

        for (var i = 0; i < _inBlock; i++)
        {
            // A frequency of one is the common case and costs one bit, as in Lucene's tails.
            var one = _frequencies.Length == 1 && _frequencies[0][i] == 1;
            _blocks.WriteVarInt(_frequencies.Length == 1 ? ((ulong)_gaps[i] << 1) | (one ? 1u : 0u) : _gaps[i]);
            if (one) continue;
            foreach (var frequencies in _frequencies) _blocks.WriteVarInt(frequencies[i]);
        }
    }

    private void WritePackedTail()
    {
        var gaps = _gaps.AsSpan(0, _inBlock);
        var bits = BitPacking.BitsFor(gaps);
        _blocks.Write((byte)bits);
        RunPacking.Pack(gaps, bits, Zeros(RunPacking.ByteLength(_inBlock, bits)));
        foreach (var frequencies in _frequencies)
        {
            var ones = Zeros((_inBlock + 7) / 8);
            for (var i = 0; i < _inBlock; i++)
            {
                if (frequencies[i] == 1) ones[i >> 3] |= (byte)(1 << (i & 7));
            }

            for (var i = 0; i < _inBlock; i++)
            {
                if (frequencies[i] != 1) _blocks.WriteVarInt(frequencies[i]);
            }
        }
    }

    private Span<byte> Zeros(int byteLength)
    {
        var bytes = _blocks.Append(byteLength);
        bytes.Clear();
        return bytes;
    }
}
