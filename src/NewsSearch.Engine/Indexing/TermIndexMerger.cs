using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing;

/// <summary>The same list of several segments -> one list: terms in order, postings one behind the other, documents renumbered.</summary>
internal sealed class TermIndexMerger
{
    private readonly IReadOnlyList<MergeInput> _inputs;
    private readonly IReadOnlyList<TermIndex> _lists;

    public TermIndexMerger(IReadOnlyList<MergeInput> inputs, IReadOnlyList<TermIndex> lists)
    {
        (_inputs, _lists) = (inputs, lists);
        NewOrdinals = [.. lists.Select(list => new int[list.Terms.TermCount])];
    }

    /// <summary>Ordinal in a segment -> ordinal in the merged list, -1 where no living document has the term; known after the merge.</summary>
    public IReadOnlyList<int[]> NewOrdinals { get; }

    public int TermCount { get; private set; }

    public void Merge(ByteSink terms, ByteSink postings, ByteSink? positions, IReadOnlyList<byte[]> lengthCodes)
    {
        var termsWriter = new TermsWriter(terms);
        var shape = _lists[0].Postings.Shape;
        var writer = new PostingsWriter(shape, postings, positions, lengthCodes);
        TermCursor?[] cursors = [.. _lists.Select(list => list.Terms.Cursor())];
        for (var i = 0; i < cursors.Length; i++) Advance(cursors, i);
        while (Least(cursors) is { } least)
        {
            var term = least.Term.ToArray();
            var ordinals = new List<(int Input, int Ordinal)>();
            for (var i = 0; i < cursors.Length; i++)
            {
                if (cursors[i] is not { } cursor || !cursor.Term.SequenceEqual(term)) continue;
                Copy(i, _lists[i].Postings.Open(cursor.Entry), writer, shape);
                ordinals.Add((i, cursor.Ordinal));
                Advance(cursors, i);
            }

            var isAlive = writer.DocCount > 0;
            foreach (var (input, ordinal) in ordinals) NewOrdinals[input][ordinal] = isAlive ? TermCount : -1;
            if (!isAlive) continue;
            termsWriter.Add(term, writer.FinishTerm());
            TermCount++;
        }

        termsWriter.Finish();
    }

    private static void Advance(TermCursor?[] cursors, int i)
    {
        if (!cursors[i]!.Next()) cursors[i] = null;
    }

    private static TermCursor? Least(TermCursor?[] cursors)
    {
        TermCursor? least = null;
        foreach (var cursor in cursors)
        {
            if (cursor is not null && (least is null || cursor.Term.SequenceCompareTo(least.Term) < 0)) least = cursor;
        }

        return least;
    }

    private void Copy(int input, PostingsCursor from, PostingsWriter to, PostingsShape shape)
    {
        Span<int> frequencies = (stackalloc int[2])[..shape.SourceCount];
        while (from.Next() != PostingsFormat.NoMoreDocs)
        {
            var doc = _inputs[input].NewDoc(from.Doc);
            if (doc < 0) continue;
            for (var source = 0; source < frequencies.Length; source++) frequencies[source] = from.Frequency(source);
            to.Add(doc, frequencies);
            if (!shape.HasPositions) continue;
            foreach (var position in from.Positions()) to.AddPosition(position);
        }
    }
}
