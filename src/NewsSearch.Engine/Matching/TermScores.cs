using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Matching;

/// <summary>The scores of one term, a block of postings at a time: blocks that cannot matter are passed over by their bounds.</summary>
/// <remarks>Stretches of documents must be asked for in increasing order, bounds and scores each for themselves.</remarks>
internal sealed class TermScores
{
    private readonly PostingsRecord _record;
    private readonly Bm25 _bm25;
    private readonly byte[][] _lengths;
    private readonly float[] _boundScales;
    private readonly PostingsBlock _block;
    private readonly float[] _weights = new float[PostingsFormat.BlockSize];
    private readonly float[] _scores = new float[PostingsFormat.BlockSize];
    private int _boundedFrom;
    private int _at;
    private int _decoded = -1;
    private int _scored = -1;

    public TermScores(PostingsRecord record, Bm25 bm25, IReadOnlyList<LengthColumn> lengths)
    {
        (_record, _bm25, _block) = (record, bm25, new PostingsBlock(record.SourceCount));
        _lengths = [.. lengths.Select(column => column.Codes)];
        _boundScales = [.. lengths.Select((column, source) => bm25.BoundScale(source, column.Average))];
    }

    /// <summary>No document of [first, last] scores more.</summary>
    public double Bound(DocId first, DocId last) => _bm25.Score(BoundWeight(first, last));

    /// <summary>In no document of [first, last] the term weighs more; 0 where it has none.</summary>
    public float BoundWeight(DocId first, DocId last)
    {
        var most = 0f;
        _boundedFrom = _record.FindBlock(_boundedFrom, first);
        for (var block = _boundedFrom; block < _record.BlockCount; block++)
        {
            most = Math.Max(most, BoundOf(block));
            if (!_record.HasSkips || _record.LastDocOf(block) >= last) break;
        }

        return most;
    }

    /// <summary>Adds the scores of the stretch; those that are not greater than <paramref name="least"/> may be left out.</summary>
    public void AddTo(DocSums sums, double least)
    {
        for (_at = _record.FindBlock(_at, sums.First); _at < _record.BlockCount; _at++)
        {
            if (least < 0 || _bm25.Score(BoundOf(_at)) > least)
            {
                Score(_at);
                Add(sums, least);
            }

            if ((_record.HasSkips ? _record.LastDocOf(_at) : _block.LastDoc) >= sums.Last) return;
        }
    }

    /// <summary>Counts how often each hit has the term.</summary>
    public void AddFrequencies(HitSums hits)
    {
        var docs = hits.Docs;
        for (int from = 0, to; from < docs.Length; from = to)
        {
            _at = _record.FindBlock(_at, docs[from]);
            if (_at == _record.BlockCount) return;
            Decode(_at);
            for (to = from; to < docs.Length && docs[to] <= _block.LastDoc;) to++;
            if (to == from) return; // behind the one block of a short record
            for (var source = 0; source < _lengths.Length; source++) _block.AddFrequencies(source, docs[from..to], hits.Frequencies(source)[from..to]);
        }
    }

    private float BoundOf(int block)
    {
        if (!_record.HasSkips) return float.PositiveInfinity;
        var weighed = 0f;
        for (var source = 0; source < _boundScales.Length; source++) weighed += _record.BoundOf(block, source) * _boundScales[source];
        return weighed;
    }

    private void Score(int block)
    {
        if (block == _scored) return;
        Decode(block);
        _bm25.Score(_block, _lengths, _weights, _scores);
        _scored = block;
    }

    private void Decode(int block)
    {
        if (block == _decoded) return;
        _record.Decode(block, _block);
        _decoded = block;
    }

    private void Add(DocSums sums, double least)
    {
        var docs = _block.Docs;
        var (from, to) = (0, docs.Length);
        while (from < to && docs[from] < (uint)sums.First) from++;
        while (from < to && docs[to - 1] > (uint)sums.Last) to--;
        if (from == to) return;
        if (least < 0)
        {
            sums.Add(docs[from..to], _scores.AsSpan(from, to - from));
            return;
        }

        var inside = (to == PostingsFormat.BlockSize ? UInt128.MaxValue : (UInt128.One << to) - 1) & (UInt128.MaxValue << from);
        for (var above = ScoreKernels.Above(_scores, MathF.BitDecrement((float)least)) & inside; above != UInt128.Zero; above &= above - 1)
        {
            var i = (int)UInt128.TrailingZeroCount(above);
            sums.Add((DocId)docs[i], _scores[i]);
        }
    }
}
