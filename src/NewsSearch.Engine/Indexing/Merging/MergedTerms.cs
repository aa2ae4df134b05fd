using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing.Merging;

/// <summary>A range of terms of one list, merged over all inputs in memory: made on any thread, then handed to the file in order.</summary>
/// <remarks>Reused from range to range. Offsets and ordinals count from the range's start until it is handed on.</remarks>
internal sealed class MergedTerms(ITermInputs inputs, IReadOnlyList<int[]> newOrdinals, IReadOnlyList<byte[]> lengthCodes)
{
    private readonly ITermCopier _copier = inputs.Copier();
    private readonly MemorySink _postings = new();
    private readonly MemorySink _positions = new();
    private readonly ByteBuffer _terms = new();
    private readonly List<(int End, TermEntry Entry)> _entries = [];
    private readonly (int First, int End)[] _ordinals = new (int, int)[inputs.Count];

    /// <summary>Merges the terms [from, to); an empty <paramref name="from"/> is the first, null for <paramref name="to"/> the end.</summary>
    public void Merge(byte[] from, byte[]? to)
    {
        foreach (var sink in (ReadOnlySpan<MemorySink>)[_postings, _positions]) sink.Clear();
        _terms.Clear();
        _entries.Clear();
        var terms = new ITermCursor?[inputs.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            var cursor = inputs.Cursor(i);
            terms[i] = cursor.SeekCeiling(from) && IsBefore(cursor, to) ? cursor : null;
            _ordinals[i] = terms[i] is null ? (0, 0) : (cursor.Ordinal, cursor.Ordinal);
        }

        var writer = new PostingsWriter(inputs.Shape, _postings, inputs.Shape.HasPositions ? _positions : null, lengthCodes);
        for (var same = new List<int>(); Least(terms, same);) Merge(terms, same, to, writer);
    }

    /// <summary>Writes the range behind what the sinks hold already.</summary>
    public void CopyTo(TermsWriter terms, ByteSink postings, ByteSink? positions)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            foreach (ref var ordinal in newOrdinals[i].AsSpan(_ordinals[i].First.._ordinals[i].End))
            {
                if (ordinal >= 0) ordinal += terms.TermCount;
            }
        }

        var (postingsStart, positionsStart, start) = (postings.Position, positions?.Position ?? 0, 0);
        foreach (var (end, entry) in _entries)
        {
            terms.Add(_terms.Written[start..end], entry with { Postings = entry.Postings + postingsStart, Positions = entry.Positions + positionsStart });
            start = end;
        }

        _postings.CopyTo(postings);
        if (positions is not null) _positions.CopyTo(positions);
    }

    private static bool IsBefore(ITermCursor cursor, byte[]? to) => to is null || cursor.Term.SequenceCompareTo(to) < 0;

    /// <summary>Which cursors stand on the least term; false at the end.</summary>
    private static bool Least(ITermCursor?[] cursors, List<int> same)
    {
        same.Clear();
        for (var i = 0; i < cursors.Length; i++)
        {
            if (cursors[i] is not { } cursor) continue;
            var compared = same.Count == 0 ? 0 : cursor.Term.SequenceCompareTo(cursors[same[0]]!.Term);
            if (compared > 0) continue;
            if (compared < 0) same.Clear();
            same.Add(i);
        }

        return same.Count > 0;
    }

    /// <summary>Merges the term on which these cursors stand, and moves them on.</summary>
    private void Merge(ITermCursor?[] cursors, List<int> same, byte[]? to, PostingsWriter writer)
    {
        _copier.Copy(cursors, same, writer);
        var isAlive = writer.DocCount > 0;
        if (isAlive) _terms.Write(cursors[same[0]]!.Term);
        foreach (var i in same)
        {
            newOrdinals[i][cursors[i]!.Ordinal] = isAlive ? _entries.Count : -1;
            _ordinals[i].End = cursors[i]!.Ordinal + 1;
            if (!cursors[i]!.Next() || !IsBefore(cursors[i]!, to)) cursors[i] = null;
        }

        if (isAlive) _entries.Add((_terms.Length, writer.FinishTerm()));
    }
}
