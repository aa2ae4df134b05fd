using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Indexing.Merging;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>One list as the lanes of a segment have gathered it. Each has documents that no other has, in stretches between those of the others.</summary>
internal sealed class LaneTerms(IReadOnlyList<InvertedTerms> lanes, PostingsShape shape) : ITermInputs
{
    public int Count => lanes.Count;

    public PostingsShape Shape => shape;

    /// <summary>Sorts what the lanes gathered, side by side.</summary>
    public static LaneTerms Of(IReadOnlyList<ListInverter> lanes, PostingsShape shape)
    {
        var sorted = new InvertedTerms[lanes.Count];
        if (sorted.Length == 1) sorted[0] = lanes[0].Sorted();
        else Parallel.For(0, sorted.Length, lane => sorted[lane] = lanes[lane].Sorted());
        return new LaneTerms(sorted, shape);
    }

    public int TermCount(int input) => lanes[input].Count;

    public ITermCursor Cursor(int input) => lanes[input].Cursor();

    public ITermCopier Copier() => new LaneCopier(lanes);

    public void Forget()
    {
    }

    /// <summary>Document -> ordinals of its terms in the written list. Requires: a list without sources.</summary>
    /// <param name="docCount">Documents of all lanes.</param>
    /// <param name="ordinals">By lane: ordinal there -> ordinal in the written list.</param>
    public OrdinalTable Ordinals(int docCount, IReadOnlyList<int[]> ordinals)
    {
        var ends = new int[docCount + 1];
        ForEach((_, _, doc) => ends[doc + 1]++);
        for (DocId doc = 0; doc < docCount; doc++) ends[doc + 1] += ends[doc];
        var values = new int[ends[docCount]];
        var next = ends.AsSpan(0, docCount).ToArray();
        ForEach((lane, ordinal, doc) => values[next[doc]++] = ordinals[lane][ordinal]);
        return new OrdinalTable(ends, values);
    }

    private void ForEach(Action<int, int, DocId> act)
    {
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            for (var ordinal = 0; ordinal < lanes[lane].Count; ordinal++)
            {
                for (var documents = lanes[lane].Open(ordinal); documents.Doc != PostingsFormat.NoMoreDocs; documents.Next()) act(lane, ordinal, documents.Doc);
            }
        }
    }

    private sealed class LaneCopier(IReadOnlyList<InvertedTerms> lanes) : ITermCopier
    {
        private readonly OccurrenceLog.Reader[] _occurrences = new OccurrenceLog.Reader[lanes.Count];

        public void Copy(ITermCursor?[] cursors, List<int> same, PostingsWriter to)
        {
            foreach (var lane in same) _occurrences[lane] = lanes[lane].Open(cursors[lane]!.Ordinal);
            while (true)
            {
                var (first, end) = FirstAndEnd(same);
                if (_occurrences[first].Doc == PostingsFormat.NoMoreDocs) return;
                lanes[first].WriteTo(to, ref _occurrences[first], end);
            }
        }

        /// <summary>The lane with the least document, and the least document of the others.</summary>
        private (int Lane, DocId End) FirstAndEnd(List<int> same)
        {
            var (first, end) = (same[0], PostingsFormat.NoMoreDocs);
            for (var i = 1; i < same.Count; i++)
            {
                var doc = _occurrences[same[i]].Doc;
                if (doc < _occurrences[first].Doc) (first, end) = (same[i], _occurrences[first].Doc);
                else if (doc < end) end = doc;
            }

            return (first, end);
        }
    }
}
