using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>The postings of one term after another -> the postings and positions sections of a list.</summary>
/// <remarks>Call order: <see cref="Add"/> (and <see cref="AddPosition"/>) for each document, then <see cref="FinishTerm"/>.</remarks>
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
        if (_inBlock == PostingsFormat.BlockSize) FlushBlock();
        _docs[_inBlock] = (uint)doc;
        _gaps[_inBlock] = (uint)(doc - _lastDoc - 1);
        for (var source = 0; source < _frequencies.Length; source++) _frequencies[source][_inBlock] = (uint)frequencies[source];
        _lastDoc = doc;
        _inBlock++;
        _docCount++;
        _positions?.StartDocument();
    }

    /// <summary>Requires: never decreasing within a document; as many as its frequency.</summary>
    public void AddPosition(int position) => _positions!.Add(position);

    /// <summary>Writes the term's record and tells where it stands. Requires: at least one document.</summary>
    public TermEntry FinishTerm()
    {
        if (_docCount > PostingsFormat.BlockSize) FlushBlock(); // while the count of positions still stands
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
        (_inBlock, _docCount, _lastDoc, _lastOfBlockBefore) = (0, 0, -1, -1);
        return entry;
    }

    private void FlushBlock()
    {
        WriteBlock();
        _skips.WriteUInt32((uint)_lastDoc);
        _skips.WriteUInt32((uint)_blocks.Length);
        if (_positions is not null) _skips.WriteUInt32((uint)_positions.Count);
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
        var bitmap = _blocks.Append(8 * wordCount);
        bitmap.Clear();
        foreach (var doc in _docs)
        {
            var bit = (int)doc - (firstWord << 6);
            bitmap[bit >> 3] |= (byte)(1 << (bit & 7));
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
}
