using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>Occurrences by document -> occurrences by term, for one list and one thread of the segment being made.</summary>
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

    /// <summary>What was added, by term. Nothing more is added.</summary>
    public InvertedTerms Sorted()
    {
        LogPending();
        return new InvertedTerms(_terms, _log, shape);
    }
}
