using System.Buffers.Binary;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Postings;

/// <summary>Reads runs of the position stream of one term, decoding only the blocks they touch.</summary>
internal sealed class PositionsReader
{
    private readonly uint[] _gaps = new uint[BitPacking.BlockSize];
    private readonly ByteRegion _region;
    private long _recordStart;
    private long _count;
    private long _packedBlocks;
    private int[] _positions = new int[16];
    private long _decoded = -1;

    /// <param name="region">The positions section.</param>
    /// <param name="recordStart">Offset of the term's record.</param>
    /// <param name="count">Positions of the term over all documents.</param>
    public PositionsReader(ByteRegion region, long recordStart, long count)
    {
        _region = region;
        Reopen(recordStart, count);
    }

    /// <summary>Stands before the positions of another term.</summary>
    public void Reopen(long recordStart, long count)
    {
        (_recordStart, _count, _packedBlocks, _decoded) = (recordStart, count, count / BitPacking.BlockSize, -1);
        if (_packedBlocks > _region.ByteLength) throw _region.Error(0, $"a term counts {count} positions, the section has {_region.ByteLength} bytes");
    }

    /// <summary>Hands all positions of the term on, as gaps.</summary>
    public void CopyTo(PostingsWriter writer)
    {
        for (long block = 0, left = _count; left > 0; block++, left -= BitPacking.BlockSize)
        {
            Decode(block);
            writer.AddPositionGaps(_gaps.AsSpan(0, (int)Math.Min(left, BitPacking.BlockSize)));
        }
    }

    /// <summary>Positions of a document whose stream begins at <paramref name="start"/>; valid until the next call.</summary>
    public ReadOnlySpan<int> Read(long start, int count)
    {
        if (count < 0 || start + count > _count) throw _region.Error(_recordStart, "a posting counts more positions than the term has");
        if (_positions.Length < count) _positions = new int[Math.Max(count, 2 * _positions.Length)];
        var position = 0;
        for (var read = 0; read < count;)
        {
            var (block, at) = Math.DivRem(start + read, BitPacking.BlockSize);
            if (block != _decoded) Decode(block);
            var gaps = _gaps.AsSpan((int)at, (int)Math.Min(BitPacking.BlockSize - at, count - read));
            foreach (var gap in gaps) _positions[read++] = position += (int)gap;
        }

        return _positions.AsSpan(0, count);
    }

    private void Decode(long block)
    {
        var blocks = _recordStart + (4 * _packedBlocks);
        var start = blocks + (block == 0 ? 0 : End(block - 1));
        try
        {
            var bytes = new ByteReader(_region.SpanUpTo(start, 5 * BitPacking.BlockSize));
            if (block < _packedBlocks)
            {
                PatchedPacking.Unpack(ref bytes, _gaps);
            }
            else
            {
                for (var i = 0; i < _count % BitPacking.BlockSize; i++) _gaps[i] = (uint)bytes.ReadVarInt();
            }
        }
        catch (EndOfStreamException)
        {
            throw _region.Error(start, "a block of positions ends too early");
        }

        _decoded = block;
    }

    private long End(long block) => BinaryPrimitives.ReadUInt32LittleEndian(_region.Span(_recordStart + (4 * block), 4));
}
