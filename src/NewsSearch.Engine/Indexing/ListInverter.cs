using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing;

/// <summary>Occurrences by document -> postings by term, for one list of the segment being made.</summary>
/// <remarks>The datum of an occurrence is its position in lists with positions, else the number of its source text.</remarks>
internal sealed class ListInverter(PostingsShape shape)
{
    private readonly TermHash _terms = new();
    private readonly OccurrenceLog _log = new();
    private readonly TermKey[] _keys = new TermKey[TermHash.FindAtMost];
    private readonly (DocId Doc, int Datum, int Start)[] _pending = new (DocId, int, int)[TermHash.FindAtMost];
    private readonly int[] _ids = new int[TermHash.FindAtMost];
    private readonly ByteBuffer _pendingBytes = new();
    private int _pendingCount;

    public long MemoryBytes => _terms.MemoryBytes + _log.MemoryBytes;

    /// <summary>Adds an occurrence of the term that the first <paramref name="length"/> bytes make. Requires: documents never decrease,
    /// nor positions within one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> term, int length, DocId doc, int datum) => Add(TermKey.Of(term, length), term, doc, datum);

    /// <summary>The same for a term whose key is known already.</summary>
    public void Add(in TermKey key, ReadOnlySpan<byte> term, DocId doc, int datum)
    {
        if (_pendingCount == _keys.Length) LogPending();
        _keys[_pendingCount] = key;
        _pending[_pendingCount++] = (doc, datum, _pendingBytes.Length);
        if (key.Length > ByteHash.KeyLength) _pendingBytes.Write(term[..key.Length]);
    }

    /// <summary>Logs what was added. Terms are looked up many at a time, since each look-up alone would wait for memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LogPending()
    {
        _terms.Find(_keys.AsSpan(0, _pendingCount), _ids);
        for (var i = 0; i < _pendingCount; i++)
        {
            var (doc, datum, start) = _pending[i];
            var id = _ids[i] >= 0 ? _ids[i] : GetOrAdd(_keys[i], start);
            ref var occurrences = ref _terms[id].Occurrences;
            if (shape.HasPositions) _log.AddPosition(ref occurrences, doc, datum);
            else if (shape.SourceCount > 0 || doc >= occurrences.NextDoc) _log.Add(ref occurrences, doc, datum);
        }

        _pendingCount = 0;
        _pendingBytes.Clear();
    }

    private int GetOrAdd(in TermKey key, int start)
    {
        if (key.Length > ByteHash.KeyLength) return _terms.GetOrAdd(key, _pendingBytes.Written.Slice(start, key.Length));
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, key.First);
        return _terms.GetOrAdd(key, bytes[..key.Length]);
    }

    /// <summary>Writes dictionary, postings and positions. lengthCodes: by source, then by document.</summary>
    public void Write(ByteSink terms, ByteSink postings, ByteSink? positions, IReadOnlyList<byte[]> lengthCodes)
    {
        LogPending();
        var termsWriter = new TermsWriter(terms);
        var writer = new PostingsWriter(shape, postings, positions, lengthCodes);
        foreach (var id in _terms.Sorted())
        {
            if (shape.HasPositions) WritePositions(_log.Read(_terms[id].Occurrences), writer);
            else WriteFrequencies(_log.Read(_terms[id].Occurrences), writer);
            termsWriter.Add(_terms.Bytes(id), writer.FinishTerm());
        }

        termsWriter.Finish();
    }

    /// <summary>Valid once written.</summary>
    public int TermCount => _terms.Count;

    /// <summary>Document -> ordinals of its terms. Requires: a list without sources.</summary>
    public OrdinalTable Ordinals(int docCount)
    {
        LogPending();
        var ends = new int[docCount + 1];
        for (var id = 0; id < _terms.Count; id++)
        {
            for (var documents = _log.Read(_terms[id].Occurrences); documents.Next();) ends[documents.Doc + 1]++;
        }

        for (DocId doc = 0; doc < docCount; doc++) ends[doc + 1] += ends[doc];
        var ordinals = new int[ends[docCount]];
        var sorted = _terms.Sorted();
        var next = ends.AsSpan(0, docCount).ToArray();
        for (var ordinal = 0; ordinal < sorted.Length; ordinal++)
        {
            for (var documents = _log.Read(_terms[sorted[ordinal]].Occurrences); documents.Next();) ordinals[next[documents.Doc]++] = ordinal;
        }

        return new OrdinalTable(ends, ordinals);
    }

    private static void WritePositions(OccurrenceLog.Reader occurrences, PostingsWriter writer)
    {
        for (var more = occurrences.Next(); more;)
        {
            var doc = occurrences.Doc;
            writer.Start(doc);
            do
            {
                writer.AddGap(occurrences.Datum);
                more = occurrences.Next();
            }
            while (more && occurrences.Doc == doc);
        }
    }

    private void WriteFrequencies(OccurrenceLog.Reader occurrences, PostingsWriter writer)
    {
        Span<int> frequencies = (stackalloc int[2])[..shape.SourceCount];
        for (var more = occurrences.Next(); more;)
        {
            var doc = occurrences.Doc;
            frequencies.Clear();
            do
            {
                if (shape.SourceCount > 0) frequencies[(int)occurrences.Datum]++;
                more = occurrences.Next();
            }
            while (more && occurrences.Doc == doc);
            writer.Add(doc, frequencies);
        }
    }
}
