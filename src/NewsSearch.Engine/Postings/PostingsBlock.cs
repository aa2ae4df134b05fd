using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Postings;

/// <summary>One decoded block of postings: up to 128 documents and, once asked for, their frequencies. Reused from block to block.</summary>
internal sealed class PostingsBlock
{
    private readonly uint[] _docs = new uint[PostingsFormat.BlockSize];
    private readonly uint[][] _frequencies;
    private ByteRegion _blocks;
    private long _packedFrequencies = -1; // where they start, while nobody has asked for them

    public PostingsBlock(int sourceCount)
    {
        _frequencies = new uint[sourceCount][];
        for (var source = 0; source < sourceCount; source++) _frequencies[source] = new uint[PostingsFormat.BlockSize];
    }

    /// <summary>Strictly increasing.</summary>
    public ReadOnlySpan<uint> Docs => _docs.AsSpan(0, Length);

    public int Length { get; private set; }

    public DocId this[int i] => (DocId)_docs[i];

    public DocId LastDoc => (DocId)_docs[Length - 1];

    public void Clear() => Length = 0;

    public int Frequency(int source, int i)
    {
        if (_packedFrequencies >= 0) DecodeFrequencies();
        return (int)_frequencies[source][i];
    }

    /// <summary>All frequencies of a source.</summary>
    public ReadOnlySpan<uint> Frequencies(int source)
    {
        if (_packedFrequencies >= 0) DecodeFrequencies();
        return _frequencies[source].AsSpan(0, Length);
    }

    /// <summary>Sum of the frequencies [from, to) of the first source.</summary>
    public long SumFrequencies(int from, int to)
    {
        if (_packedFrequencies >= 0) DecodeFrequencies();
        var sum = 0L;
        foreach (var frequency in _frequencies[0].AsSpan(from, to - from)) sum += frequency;
        return sum;
    }

    /// <param name="blocks">The term's blocks.</param>
    /// <param name="start">Start of this one.</param>
    /// <param name="byteLength">Its length, or more where it is the last.</param>
    /// <param name="length">Its postings.</param>
    /// <param name="previousDoc">The document before it, -1 for none.</param>
    /// <param name="docLimit">Every document lies below.</param>
    public void Decode(ByteRegion blocks, long start, int byteLength, int length, DocId previousDoc, int docLimit)
    {
        (_blocks, _packedFrequencies, Length) = (blocks, -1, length);
        var bytes = new ByteReader(blocks.Span(start, byteLength));
        try
        {
            if (length == PostingsFormat.BlockSize)
            {
                var bits = Unpack(ref bytes, _docs);
                if (_frequencies.Length > 0) _packedFrequencies = start + bytes.Offset;
                if (bits <= PrefixSum.MaxFastBits) PrefixSum.Apply(_docs, (uint)previousDoc);
                else SumChecked(previousDoc, docLimit, start);
            }
            else
            {
                DecodeTail(ref bytes);
                SumChecked(previousDoc, docLimit, start);
            }
        }
        catch (EndOfStreamException)
        {
            throw blocks.Error(start, "a block of postings ends too early");
        }

        if (_docs[length - 1] >= (uint)docLimit) throw Outside(start, _docs[length - 1], docLimit);
    }

    private static int Unpack(ref ByteReader bytes, uint[] values)
    {
        var bits = bytes.ReadByte();
        if (bits > 32) throw new EndOfStreamException();
        BitPacking.Unpack(bytes.Read(BitPacking.ByteLength(bits)), bits, values);
        return bits;
    }

    private void SumChecked(DocId previousDoc, int docLimit, long start)
    {
        long last = previousDoc;
        for (var i = 0; i < Length; i++)
        {
            last += _docs[i] + 1L;
            if (last >= docLimit) throw Outside(start, last, docLimit);
            _docs[i] = (uint)last;
        }
    }

    private IndexFormatException Outside(long start, long doc, int docLimit) =>
        _blocks.Error(start, $"a posting names document {doc}, the segment holds {docLimit}");

    private void DecodeTail(ref ByteReader bytes)
    {
        for (var i = 0; i < Length; i++)
        {
            var gap = bytes.ReadVarInt64();
            var one = _frequencies.Length == 1 && (gap & 1) != 0;
            _docs[i] = (uint)(_frequencies.Length == 1 ? gap >> 1 : gap);
            if (one) _frequencies[0][i] = 1;
            else foreach (var frequencies in _frequencies) frequencies[i] = (uint)bytes.ReadVarInt();
        }
    }

    private void DecodeFrequencies()
    {
        var start = _packedFrequencies;
        var bytes = new ByteReader(_blocks.SpanUpTo(start, _frequencies.Length * (1 + BitPacking.ByteLength(32))));
        try
        {
            foreach (var frequencies in _frequencies) Unpack(ref bytes, frequencies);
        }
        catch (EndOfStreamException)
        {
            throw _blocks.Error(start, "the frequencies of a block end too early");
        }

        _packedFrequencies = -1;
    }
}
