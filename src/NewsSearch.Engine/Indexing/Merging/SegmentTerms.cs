using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing.Merging;

/// <summary>The same list of several segments: postings one behind the other, documents renumbered.</summary>
internal sealed class SegmentTerms(IReadOnlyList<MergeInput> inputs, IReadOnlyList<TermIndex> lists) : ITermInputs
{
    public int Count => lists.Count;

    public PostingsShape Shape => lists[0].Postings.Shape;

    public int TermCount(int input) => lists[input].Terms.TermCount;

    public ITermCursor Cursor(int input) => lists[input].Terms.Cursor();

    public ITermCopier Copier() => new SegmentCopier(inputs, lists);

    public void Forget()
    {
        foreach (var input in inputs) input.Reader.Forget();
    }

    private sealed class SegmentCopier(IReadOnlyList<MergeInput> inputs, IReadOnlyList<TermIndex> lists) : ITermCopier
    {
        private readonly PostingsShape _shape = lists[0].Postings.Shape;
        private readonly PostingsCursor?[] _cursors = new PostingsCursor?[lists.Count];

        public void Copy(ITermCursor?[] cursors, List<int> same, PostingsWriter to)
        {
            foreach (var input in same) Copy(input, ((TermCursor)cursors[input]!).Entry, to);
        }

        private void Copy(int input, TermEntry entry, PostingsWriter to)
        {
            var from = _cursors[input];
            if (from is null) from = _cursors[input] = lists[input].Postings.Open(entry);
            else from.Reopen(entry);
            if (inputs[input].IsWhole) from.CopyTo(to, inputs[input].FirstDoc);
            else CopyLiving(inputs[input], from, to);
        }

        private void CopyLiving(MergeInput input, PostingsCursor from, PostingsWriter to)
        {
            Span<int> frequencies = (stackalloc int[2])[.._shape.SourceCount];
            while (from.Next() != PostingsFormat.NoMoreDocs)
            {
                var doc = input.NewDoc(from.Doc);
                if (doc < 0) continue;
                for (var source = 0; source < frequencies.Length; source++) frequencies[source] = from.Frequency(source);
                to.Add(doc, frequencies);
                if (!_shape.HasPositions) continue;
                foreach (var position in from.Positions()) to.AddPosition(position);
            }
        }
    }
}
