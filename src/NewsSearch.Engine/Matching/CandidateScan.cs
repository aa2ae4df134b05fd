using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Matching;

/// <summary>Finds the documents in which a term weighs more than a bound, block by block: most blocks are passed over by what bounds them,
/// most postings of the others by their frequency alone.</summary>
/// <remarks>Windows must be asked for in increasing order.</remarks>
internal sealed class CandidateScan(PostingsRecord record, Bm25 bm25, byte[][] lengths)
{
    private readonly PostingsBlock _block = new(record.SourceCount);
    private readonly float[] _sums = new float[PostingsFormat.BlockSize];
    private int _at;
    private int _decoded = -1;
    private float? _maxWeighed;

    /// <summary>Nothing in the term weighs more.</summary>
    public float MaxWeighed => _maxWeighed ??= record.HasSkips ? FromImpacts() : FromPostings();

    /// <summary>Adds the documents of the window in which the term weighs more than <paramref name="weight"/>.</summary>
    public void AddTo(DocWindow window, float weight)
    {
        if (float.IsPositiveInfinity(weight)) return;
        for (_at = record.FindBlock(_at, window.First); _at < record.BlockCount; _at++)
        {
            if (!record.HasSkips || Bound(_at) > weight)
            {
                Decode(_at);
                Filter(window, weight);
            }

            if ((record.HasSkips ? record.LastDocOf(_at) : _block.LastDoc) >= window.Last) return;
        }
    }

    private float Bound(int block)
    {
        var weighed = 0f;
        for (var source = 0; source < lengths.Length; source++)
        {
            var (frequency, length) = record.BoundsOf(block, source);
            weighed += bm25.Weigh(source, frequency, length);
        }

        return weighed;
    }

    private void Decode(int block)
    {
        if (block == _decoded) return;
        record.Decode(block, _block);
        _decoded = block;
    }

    private void Filter(DocWindow window, float weight)
    {
        Array.Clear(_sums);
        for (var source = 0; source < lengths.Length; source++)
        {
            var least = record.HasSkips ? record.BoundsOf(_at, source).LengthCode : (byte)0;
            WeightFilter.AddScaled(_block.Frequencies(source), bm25.Weigh(source, 1, least), _sums);
        }

        var survivors = WeightFilter.Above(_sums, weight);
        if (_block.Length < PostingsFormat.BlockSize) survivors &= (UInt128.One << _block.Length) - 1;
        if (survivors == UInt128.Zero) return;
        var docs = _block.Docs;
        for (; survivors != UInt128.Zero; survivors &= survivors - 1)
        {
            var i = (int)UInt128.TrailingZeroCount(survivors);
            var doc = (DocId)docs[i];
            if (doc > window.Last) return;
            if (doc >= window.First && Weighed(doc, i) > weight) window.Add(doc);
        }
    }

    private float Weighed(DocId doc, int i)
    {
        var weighed = 0f;
        for (var source = 0; source < lengths.Length; source++) weighed += bm25.Weigh(source, (int)_block.Frequencies(source)[i], lengths[source][doc]);
        return weighed;
    }

    private float FromImpacts()
    {
        var sum = 0f;
        for (var source = 0; source < lengths.Length; source++)
        {
            var most = 0f;
            var impacts = record.ImpactsOf(source);
            while (impacts.MoveNext()) most = Math.Max(most, bm25.Weigh(source, impacts.Frequency, impacts.LengthCode));
            sum += most;
        }

        return sum;
    }

    private float FromPostings()
    {
        Decode(0);
        var most = 0f;
        var docs = _block.Docs;
        for (var i = 0; i < docs.Length; i++) most = Math.Max(most, Weighed((DocId)docs[i], i));
        return most;
    }
}
