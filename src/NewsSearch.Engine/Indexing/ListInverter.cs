using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing;

/// <summary>Occurrences by document -> postings by term, for one list of the segment being made.</summary>
/// <remarks>Occurrences are logged as they come (term id and datum, 8 bytes each); inversion is one counting sort by term.
/// The datum of an occurrence is its position in lists with positions, else the number of its source text.</remarks>
internal sealed class ListInverter(PostingsShape shape)
{
    private readonly TermHash _terms = new();
    private readonly List<int> _occurrences = [];
    private readonly List<int> _data = [];
    private readonly List<int> _documentEnds = [];

    /// <summary>What it will hold while it is inverted.</summary>
    public long MemoryBytes => _terms.MemoryBytes + (16L * _occurrences.Count) + (4L * _documentEnds.Count) + (8L * _terms.Count);

    public void Add(ReadOnlySpan<byte> term, int datum)
    {
        _occurrences.Add(_terms.GetOrAdd(term));
        _data.Add(datum);
    }

    public void EndDocument() => _documentEnds.Add(_occurrences.Count);

    /// <summary>Writes dictionary, postings and positions. lengthCodes: by source, then by document.</summary>
    public void Write(ByteSink terms, ByteSink postings, ByteSink? positions, IReadOnlyList<byte[]> lengthCodes)
    {
        var (docs, data, starts) = SortByTerm();
        var termsWriter = new TermsWriter(terms);
        var writer = new PostingsWriter(shape, postings, positions, lengthCodes);
        Span<int> frequencies = (stackalloc int[2])[..shape.SourceCount];
        foreach (var id in _terms.Sorted())
        {
            for (var i = starts[id]; i < starts[id + 1];)
            {
                var end = i;
                frequencies.Clear();
                for (; end < starts[id + 1] && docs[end] == docs[i]; end++)
                {
                    if (shape.SourceCount > 0) frequencies[shape.HasPositions ? 0 : data[end]]++;
                }

                writer.Add(docs[i], frequencies);
                for (; i < end; i++)
                {
                    if (shape.HasPositions) writer.AddPosition(data[i]);
                }
            }

            termsWriter.Add(_terms[id], writer.FinishTerm());
        }

        termsWriter.Finish();
    }

    /// <summary>Document -> ordinals of its terms.</summary>
    public OrdinalTable Ordinals()
    {
        var sorted = _terms.Sorted();
        var ranks = new int[sorted.Length];
        for (var rank = 0; rank < sorted.Length; rank++) ranks[sorted[rank]] = rank;
        var table = new OrdinalTable();
        var ordinals = new List<int>();
        var i = 0;
        foreach (var end in _documentEnds)
        {
            ordinals.Clear();
            for (; i < end; i++) ordinals.Add(ranks[_occurrences[i]]);
            table.Add(ordinals);
        }

        return table;
    }

    public int TermCount => _terms.Count;

    private (int[] Docs, int[] Data, int[] Starts) SortByTerm()
    {
        var starts = new int[_terms.Count + 1];
        foreach (var term in _occurrences) starts[term + 1]++;
        for (var id = 0; id < _terms.Count; id++) starts[id + 1] += starts[id];
        var next = starts.AsSpan(0, _terms.Count).ToArray();
        var docs = new int[_occurrences.Count];
        var data = new int[_occurrences.Count];
        var i = 0;
        for (DocId doc = 0; doc < _documentEnds.Count; doc++)
        {
            for (; i < _documentEnds[doc]; i++)
            {
                var to = next[_occurrences[i]]++;
                docs[to] = doc;
                data[to] = _data[i];
            }
        }

        return (docs, data, starts);
    }
}
