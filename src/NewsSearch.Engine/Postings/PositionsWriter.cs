using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Postings;

/// <summary>Positions of one term, document after document -> its record in the positions section.</summary>
/// <remarks>Positions are gaps within the document (the first from 0), in one stream over all its documents; FORMAT.md, "positions".</remarks>
internal sealed class PositionsWriter(ByteSink sink)
{
    private readonly uint[] _gaps = new uint[BitPacking.BlockSize];
    private readonly ByteBuffer _ends = new();
    private readonly ByteBuffer _blocks = new();
    private readonly ByteBuffer _tail = new();
    private int _inBlock;
    private int _previous;

    public void StartDocument() => _previous = 0;

    public void Add(int position)
    {
        AddGap((uint)(position - _previous));
        _previous = position;
    }

    /// <summary>Positions of whole documents as they stand in another stream.</summary>
    public void AddGaps(ReadOnlySpan<uint> gaps)
    {
        while (!gaps.IsEmpty)
        {
            if (_inBlock == BitPacking.BlockSize) FlushBlock();
            var count = Math.Min(BitPacking.BlockSize - _inBlock, gaps.Length);
            gaps[..count].CopyTo(_gaps.AsSpan(_inBlock));
            gaps = gaps[count..];
            _inBlock += count;
        }
    }

    /// <summary>A position less the one before in its document, the first as it is. Not to be mixed with <see cref="Add"/> within a document.</summary>
    public void AddGap(uint gap)
    {
        if (_inBlock == BitPacking.BlockSize) FlushBlock();
        _gaps[_inBlock++] = gap;
    }

    public long FinishTerm()
    {
        var start = sink.Position;
        if (_inBlock == BitPacking.BlockSize) FlushBlock();
        for (var i = 0; i < _inBlock; i++) _tail.WriteVarInt(_gaps[i]);
        sink.Write(_ends.Written);
        sink.Write(_blocks.Written);
        sink.Write(_tail.Written);
        foreach (var buffer in (ReadOnlySpan<ByteBuffer>)[_ends, _blocks, _tail]) buffer.Clear();
        _inBlock = 0;
        return start;
    }

    private void FlushBlock()
    {
        PatchedPacking.Pack(_gaps, _blocks);
        _ends.WriteUInt32((uint)_blocks.Length);
        _inBlock = 0;
    }
}
