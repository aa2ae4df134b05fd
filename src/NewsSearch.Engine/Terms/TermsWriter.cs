using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Terms;

/// <summary>Terms in byte order -> a term dictionary section.</summary>
internal sealed class TermsWriter(ByteSink sink)
{
    private readonly ByteBuffer _block = new();
    private readonly ByteBuffer _blockOffsets = new();
    private readonly ByteBuffer _previous = new();
    private TermEntry _previousEntry;
    private int _termCount;

    public int TermCount => _termCount;

    /// <summary>Requires: terms strictly increasing in byte order; offsets never decreasing.</summary>
    public void Add(ReadOnlySpan<byte> term, TermEntry entry)
    {
        if (_termCount > 0 && term.SequenceCompareTo(_previous.Written) <= 0) throw new ArgumentException("Terms must be strictly increasing.", nameof(term));
        if (_termCount % TermsFormat.BlockSize == 0)
        {
            _blockOffsets.WriteUInt64((ulong)(sink.Position + _block.Length));
            Flush();
            _block.WriteVarInt(term.Length);
            _block.Write(term);
            _previousEntry = default;
        }
        else
        {
            var shared = term.CommonPrefixLength(_previous.Written);
            _block.WriteVarInt(shared);
            _block.WriteVarInt(term.Length - shared);
            _block.Write(term[shared..]);
        }

        _block.WriteVarInt(entry.DocCount);
        _block.WriteVarInt((ulong)(entry.Postings - _previousEntry.Postings));
        _block.WriteVarInt((ulong)(entry.Positions - _previousEntry.Positions));
        _previous.Clear();
        _previous.Write(term);
        _previousEntry = entry;
        _termCount++;
    }

    public void Finish()
    {
        Flush();
        var blocksLength = sink.Position;
        sink.Write(_blockOffsets.Written);
        _block.WriteUInt32((uint)_termCount);
        _block.WriteUInt32((uint)(_blockOffsets.Length / 8));
        _block.WriteUInt64((ulong)blocksLength);
        Flush();
    }

    private void Flush()
    {
        sink.Write(_block.Written);
        _block.Clear();
    }
}
