using System.Buffers.Binary;
using System.Numerics;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Packing;
using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Postings;

/// <summary>One decoded block of postings and a place in it: up to 128 documents and, once asked for, their frequencies. Reused from block to block.</summary>
/// <remarks>Documents are a sorted run, or a bitmap where they stand close together; FORMAT.md, "postings".</remarks>
internal sealed class PostingsBlock
{
    private const int FrequenciesOneByOne = 4;
    private const int SearchedOneByOne = 16; // a search for one costs about as much as eight steps along the run

    private readonly uint[] _docs = new uint[PostingsFormat.BlockSize + 64]; // the listing of a bitmap asks for room
    private readonly ulong[] _words = new ulong[PostingsFormat.MaxBitmapWords];
    private readonly uint[][] _frequencies;
    private ByteRegion _blocks;
    private long _packedFrequencies = -1; // where they start, while nobody has asked for them
    private int _askedOneByOne;
    private int _wordCount; // of the bitmap, 0 for a run
    private int _firstWord; // its first bit stands for document 64·firstWord
    private int _word; // of the bitmap, in which Doc lies
    private bool _isListed; // whether the documents of a bitmap were listed, too

    public PostingsBlock(int sourceCount)
    {
        _frequencies = new uint[sourceCount][];
        for (var source = 0; source < sourceCount; source++) _frequencies[source] = new uint[PostingsFormat.BlockSize];
    }

    public int Length { get; private set; }

    /// <summary>Place of the current document among those of the block.</summary>
    public int Index { get; private set; }

    public DocId Doc { get; private set; }

    public DocId LastDoc { get; private set; }

    /// <summary>Strictly increasing.</summary>
    public ReadOnlySpan<uint> Docs
    {
        get
        {
            if (_wordCount > 0 && !_isListed) SetBits.ListAll(_words.AsSpan(0, _wordCount), _firstWord << 6, _docs);
            _isListed = true;
            return _docs.AsSpan(0, Length);
        }
    }

    public void Clear() => (Length, Index, LastDoc, _wordCount) = (0, 0, -1, 0);

    public bool MoveNext()
    {
        if (++Index >= Length) return false;
        if (_wordCount == 0)
        {
            Doc = (DocId)_docs[Index];
            return true;
        }

        Doc = NextMember(Doc + 1);
        return true;
    }

    /// <summary>Moves on to the first document at or after <paramref name="target"/>, or stays where that is the current one.</summary>
    public bool MoveTo(DocId target)
    {
        if (target <= Doc) return Index < Length;
        if (target > LastDoc) return false;
        if (_wordCount == 0)
        {
            Index = Length == PostingsFormat.BlockSize ? SortedSearch.CountBelow(_docs.AsSpan(0, PostingsFormat.BlockSize), (uint)target) : ScanTo(target, Index);
            Doc = (DocId)_docs[Index];
            return true;
        }

        // The place is the number of members before it: those from the current one on are counted.
        var (from, to) = (_word, (target >> 6) - _firstWord);
        var count = -BitOperations.PopCount(_words[from] & ((1UL << (Doc & 63)) - 1));
        for (var word = from; word < to; word++) count += BitOperations.PopCount(_words[word]);
        Index += count + BitOperations.PopCount(_words[to] & ((1UL << (target & 63)) - 1));
        _word = to;
        Doc = NextMember(target);
        return true;
    }

    /// <summary>Adds the current document and all behind it.</summary>
    public void AddTo(DocSet set)
    {
        if (_wordCount > 0) set.AddWords(_words.AsSpan(0, _wordCount), _firstWord, Doc);
        else set.AddAll(_docs.AsSpan(Index, Length - Index));
    }

    /// <remarks>The first few of a full block are read one by one: who looks up single documents asks for no more.</remarks>
    public int Frequency(int source)
    {
        if (_packedFrequencies < 0) return (int)_frequencies[source][Index];
        return Length < PostingsFormat.BlockSize || ++_askedOneByOne > FrequenciesOneByOne ? (int)Frequencies(source)[Index] : OneFrequency(source, Index);
    }

    /// <summary>The frequencies of a source, 128 numbers; those behind Length mean nothing.</summary>
    public ReadOnlySpan<uint> Frequencies(int source)
    {
        if (_packedFrequencies >= 0) DecodeFrequencies();
        return _frequencies[source];
    }

    /// <summary>Adds its frequency in a source to each of some documents; nothing where the block does not have it. Moves nothing.</summary>
    /// <param name="source">The source.</param>
    /// <param name="docs">Increasing, none behind <see cref="LastDoc"/>.</param>
    /// <param name="sums">By document.</param>
    public void AddFrequencies(int source, ReadOnlySpan<DocId> docs, Span<uint> sums)
    {
        var isFull = Length == PostingsFormat.BlockSize;
        var areFew = docs.Length <= (isFull && _packedFrequencies >= 0 ? FrequenciesOneByOne : 0);
        var frequencies = areFew ? default : Frequencies(source);
        var (index, word) = (0, 0);
        for (var i = 0; i < docs.Length; i++)
        {
            if (_wordCount == 0)
            {
                index = isFull && docs.Length < SearchedOneByOne ? SortedSearch.CountBelow(_docs.AsSpan(0, PostingsFormat.BlockSize), (uint)docs[i]) : ScanTo(docs[i], index);
                if (_docs[index] == (uint)docs[i]) sums[i] += areFew ? (uint)OneFrequency(source, index) : frequencies[index];
                continue;
            }

            var to = (docs[i] >> 6) - _firstWord;
            for (; word < to; word++) index += BitOperations.PopCount(_words[word]);
            if (to < 0 || (_words[to] >> (docs[i] & 63) & 1) == 0) continue;
            var at = index + BitOperations.PopCount(_words[to] & ((1UL << (docs[i] & 63)) - 1));
            sums[i] += areFew ? (uint)OneFrequency(source, at) : frequencies[at];
        }
    }

    /// <summary>Sum of the frequencies [from, to) of the first source.</summary>
    public long SumFrequencies(int from, int to)
    {
        var sum = 0L;
        if (from < to)
        {
            foreach (var frequency in Frequencies(0)[from..to]) sum += frequency;
        }

        return sum;
    }

    /// <summary>Sum of the frequencies of all documents, all sources together.</summary>
    public long SumFrequencies()
    {
        var sum = 0L;
        for (var source = 0; source < _frequencies.Length; source++)
        {
            foreach (var frequency in Frequencies(source)[..Length]) sum += frequency;
        }

        return sum;
    }

    /// <summary>Stands on the first document of a block.</summary>
    /// <param name="blocks">The term's blocks.</param>
    /// <param name="start">Start of this one.</param>
    /// <param name="byteLength">Its length, or more where it is the last.</param>
    /// <param name="length">Its postings.</param>
    /// <param name="previousDoc">The document before it, -1 for none.</param>
    /// <param name="docLimit">Every document lies below.</param>
    public void Decode(ByteRegion blocks, long start, int byteLength, int length, DocId previousDoc, int docLimit)
    {
        (_blocks, _packedFrequencies, _askedOneByOne, Length, Index, _wordCount) = (blocks, -1, 0, length, 0, 0);
        var bytes = new ByteReader(blocks.Span(start, byteLength));
        try
        {
            if (length == PostingsFormat.BlockSize) DecodeFull(ref bytes, start, previousDoc, docLimit);
            else DecodeTail(ref bytes, start, previousDoc, docLimit);
        }
        catch (EndOfStreamException)
        {
            throw blocks.Error(start, "a block of postings ends too early");
        }
    }

    private void DecodeFull(ref ByteReader bytes, long start, DocId previousDoc, int docLimit)
    {
        var head = bytes.ReadByte();
        if ((head & PostingsFormat.BitmapFlag) != 0)
        {
            DecodeBitmap(ref bytes, head & ~PostingsFormat.BitmapFlag, start, previousDoc, docLimit);
        }
        else
        {
            if (head > 32) throw new EndOfStreamException();
            BitPacking.Unpack(bytes.Read(BitPacking.ByteLength(head)), head, _docs);
            if (head <= PrefixSum.MaxFastBits) PrefixSum.Apply(_docs.AsSpan(0, PostingsFormat.BlockSize), (uint)previousDoc);
            else SumChecked(previousDoc, docLimit, start);
            if (_docs[Length - 1] >= (uint)docLimit) throw Outside(start, _docs[Length - 1], docLimit);
            (Doc, LastDoc) = ((DocId)_docs[0], (DocId)_docs[Length - 1]);
        }

        if (_frequencies.Length > 0) _packedFrequencies = start + bytes.Offset;
    }

    private void DecodeBitmap(ref ByteReader bytes, int wordCount, long start, DocId previousDoc, int docLimit)
    {
        if (wordCount is 0 or > PostingsFormat.MaxBitmapWords) throw new EndOfStreamException();
        var count = 0;
        var packed = bytes.Read(8 * wordCount);
        for (var i = 0; i < wordCount; i++)
        {
            _words[i] = BinaryPrimitives.ReadUInt64LittleEndian(packed.Slice(8 * i, 8));
            count += BitOperations.PopCount(_words[i]);
        }

        (_wordCount, _firstWord, _word, _isListed) = (wordCount, (previousDoc + 1) >> 6, 0, false);
        LastDoc = ((_firstWord + wordCount) << 6) - 1 - BitOperations.LeadingZeroCount(_words[wordCount - 1]);
        if (count != Length || _words[wordCount - 1] == 0) throw _blocks.Error(start, $"a bitmap of postings has {count} documents, not {Length}");
        if (LastDoc >= docLimit) throw Outside(start, LastDoc, docLimit);
        Doc = NextMember(_firstWord << 6);
        if (Doc <= previousDoc) throw _blocks.Error(start, $"a bitmap of postings begins at document {Doc}, the block before it ends at {previousDoc}");
    }

    private void DecodeTail(ref ByteReader bytes, long start, DocId previousDoc, int docLimit)
    {
        if (Length >= PostingsFormat.PackedTail)
        {
            var bits = bytes.ReadByte();
            if (bits > 32) throw new EndOfStreamException();
            RunPacking.Unpack(bytes.PeekFrom(RunPacking.ByteLength(Length, bits)), bits, _docs.AsSpan(0, Length));
            if (_frequencies.Length > 0) _packedFrequencies = start + bytes.Offset;
        }
        else
        {
            DecodeVariableTail(ref bytes);
        }

        SumChecked(previousDoc, docLimit, start);
        (Doc, LastDoc) = ((DocId)_docs[0], (DocId)_docs[Length - 1]);
    }

    private void DecodeVariableTail(ref ByteReader bytes)
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

    private void SumChecked(DocId previousDoc, int docLimit, long start)
    {
        long last = previousDoc;
        foreach (ref var doc in _docs.AsSpan(0, Length))
        {
            last += doc + 1L;
            doc = (uint)last;
        }

        if (last >= docLimit) throw Outside(start, last, docLimit); // the others lie before it
    }

    private IndexFormatException Outside(long start, long doc, int docLimit) =>
        _blocks.Error(start, $"a posting names document {doc}, the segment holds {docLimit}");

    private int ScanTo(DocId target, int from)
    {
        while (_docs[from] < (uint)target) from++;
        return from;
    }

    /// <summary>The first member of the bitmap at or after doc. Requires: there is one, not before the current word.</summary>
    private DocId NextMember(DocId doc)
    {
        var word = Math.Max(_word, (doc >> 6) - _firstWord);
        var bits = _words[word];
        if ((doc >> 6) - _firstWord == word) bits &= ulong.MaxValue << (doc & 63);
        while (bits == 0) bits = _words[++word];
        _word = word;
        return ((_firstWord + word) << 6) + BitOperations.TrailingZeroCount(bits);
    }

    private int OneFrequency(int source, int index)
    {
        var start = _packedFrequencies;
        var bytes = new ByteReader(_blocks.SpanUpTo(start, _frequencies.Length * PatchedPacking.MaxByteLength));
        try
        {
            for (var before = 0; before < source; before++) PatchedPacking.UnpackOne(ref bytes, index);
            return (int)PatchedPacking.UnpackOne(ref bytes, index);
        }
        catch (EndOfStreamException)
        {
            throw _blocks.Error(start, "the frequencies of a block end too early");
        }
    }

    private void DecodeFrequencies()
    {
        var start = _packedFrequencies;
        var bytes = new ByteReader(_blocks.SpanUpTo(start, _frequencies.Length * PatchedPacking.MaxByteLength));
        try
        {
            foreach (var frequencies in _frequencies)
            {
                if (Length == PostingsFormat.BlockSize) PatchedPacking.Unpack(ref bytes, frequencies);
                else UnpackOnes(ref bytes, frequencies.AsSpan(0, Length));
            }
        }
        catch (EndOfStreamException)
        {
            throw _blocks.Error(start, "the frequencies of a block end too early");
        }

        _packedFrequencies = -1;
    }

    /// <summary>A bit for each frequency of one, then the others.</summary>
    private static void UnpackOnes(ref ByteReader bytes, Span<uint> frequencies)
    {
        var ones = bytes.Read((frequencies.Length + 7) / 8);
        for (var i = 0; i < frequencies.Length; i++) frequencies[i] = (ones[i >> 3] >> (i & 7) & 1) != 0 ? 1 : (uint)bytes.ReadVarInt();
    }
}
