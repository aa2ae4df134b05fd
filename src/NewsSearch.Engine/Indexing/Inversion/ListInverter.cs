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
    public void Add(ReadOnlySpan<byte> term, int length, DocId doc, int datum)
    {
        if (_pendingCount == _keys.Length) LogPending();
        _keys[_pendingCount] = TermKey.Of(term, length);
        _pending[_pendingCount++] = (doc, datum, _pendingBytes.Length);
        if (length > ByteHash.KeyLength) _pendingBytes.Write(term[..length]);
    }

    /// <summary>The id of a term, for <see cref="Log"/>.</summary>
    public int IdOf(ReadOnlySpan<byte> term) => _terms.GetOrAdd(TermKey.Of(term, term.Length), term);

    /// <summary>Adds an occurrence at once. Requires: documents never decrease, nor positions within one; the list is filled on this way alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Log(int id, DocId doc, int datum)
    {
        ref var occurrences = ref _terms[id].Occurrences;
        if (shape.HasPositions) _log.AddPosition(ref occurrences, doc, datum);
        else if (shape.SourceCount > 0 || doc >= occurrences.NextDoc) _log.Add(ref occurrences, doc, datum);
    }

    /// <summary>Logs what was added. Terms are looked up many at a time, since each look-up alone would wait for memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LogPending()
    {
        _terms.Find(_keys.AsSpan(0, _pendingCount), _ids);
        for (var i = 0; i < _pendingCount; i++)
        {
            var (doc, datum, start) = _pending[i];
            Log(_ids[i] >= 0 ? _ids[i] : GetOrAdd(_keys[i], start), doc, datum);
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
