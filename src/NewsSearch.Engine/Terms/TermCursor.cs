using System.Runtime.CompilerServices;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Terms;

/// <summary>Walks a term dictionary in byte order. One thread at a time.</summary>
internal sealed class TermCursor(TermsReader reader) : ITermCursor
{
    private byte[] _term = new byte[64];
    private int _termLength;
    private int _block = -1;
    private int _inBlock;
    private long _blockStart;
    private int _blockLength;
    private int _offset;
    private long _postings;
    private long _positions;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    public TermEntry Entry { get; private set; }

    /// <inheritdoc/>
    public int Ordinal => (_block * TermsFormat.BlockSize) + _inBlock;

    /// <summary>Whether the next term is in another block, so that seeking it costs no more than a step.</summary>
    public bool IsLastOfBlock => _inBlock + 1 == TermsFormat.BlockSize;

    /// <summary>After <see cref="Next"/>: bytes at its beginning that the term has in common with the one before.</summary>
    public int SharedLength { get; private set; }

    /// <inheritdoc/>
    public bool Next()
    {
        if (_block >= 0 && Ordinal + 1 >= reader.TermCount) return false;
        if (_block < 0 || _inBlock + 1 == TermsFormat.BlockSize) return EnterBlock(_block + 1);
        _inBlock++;
        Read();
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>A term that is not before the current one is searched from here on, at a cost that grows with the logarithm of the way.</remarks>
    public bool SeekCeiling(ReadOnlySpan<byte> term)
    {
        var isAhead = _block >= 0 && Term.SequenceCompareTo(term) <= 0;
        var block = isAhead ? reader.FindBlock(term, from: _block) : Math.Max(0, reader.FindBlock(term));
        if (!(isAhead && block == _block) && !EnterBlock(block)) return false;
        while (Term.SequenceCompareTo(term) < 0)
        {
            if (!Next()) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public void SeekOrdinal(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ordinal, (uint)reader.TermCount);
        EnterBlock(ordinal / TermsFormat.BlockSize);
        while (Ordinal < ordinal) Next();
    }

    private bool EnterBlock(int block)
    {
        if (block >= reader.BlockCount) return false;
        (_blockStart, _blockLength) = reader.BlockRange(block);
        _block = block;
        _inBlock = 0;
        _offset = 0;
        _postings = 0;
        _positions = 0;
        Read();
        return true;
    }

    private void Read()
    {
        var bytes = reader.Bytes(_blockStart, _blockLength);
        var at = _offset;
        var shared = _inBlock == 0 ? 0 : (int)ReadNumber(bytes, ref at);
        var suffixLength = (int)ReadNumber(bytes, ref at);
        if ((uint)shared > (uint)_termLength || (uint)suffixLength > (uint)(bytes.Length - at) || shared + suffixLength > TermsFormat.MaxTermBytes) throw reader.Damaged(_offset);
        var suffix = bytes.Slice(at, suffixLength);
        SharedLength = _inBlock == 0 ? suffix.CommonPrefixLength(Term) : shared;
        if (_term.Length < shared + suffixLength) Array.Resize(ref _term, Math.Max(2 * _term.Length, shared + suffixLength));
        suffix.CopyTo(_term.AsSpan(shared));
        _termLength = shared + suffixLength;
        at += suffixLength;
        var docCount = (int)ReadNumber(bytes, ref at);
        _postings += (long)ReadNumber(bytes, ref at);
        _positions += (long)ReadNumber(bytes, ref at);
        if (docCount < 1 || _postings < 0 || _positions < 0) throw reader.Damaged(_offset);
        Entry = new TermEntry(docCount, _postings, _positions);
        _offset = at;
    }

    /// <summary>Most numbers here take a byte or two, and a walk reads five for each term.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        if ((uint)at < (uint)bytes.Length && bytes[at] < 0x80) return bytes[at++];
        if ((uint)(at + 1) < (uint)bytes.Length && bytes[at + 1] < 0x80)
        {
            at += 2;
            return (bytes[at - 2] & 0x7Fu) | ((uint)bytes[at - 1] << 7);
        }

        var (number, end) = ReadLongNumber(bytes, at);
        at = end;
        return number;
    }

    private (ulong Number, int End) ReadLongNumber(ReadOnlySpan<byte> bytes, int at)
    {
        try
        {
            var rest = new ByteReader(bytes) { Offset = at };
            return (rest.ReadVarInt64(), rest.Offset);
        }
        catch (EndOfStreamException)
        {
            throw reader.Damaged(_offset);
        }
    }
}
