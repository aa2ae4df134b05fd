using NewsSearch.Engine.Columns;

namespace NewsSearch.Engine.Matching;

/// <summary>Documents in whose text the slots stand one behind the other (an exact phrase), or all within a window (near each other).</summary>
/// <remarks>Scored by BM25 with the number of places as frequency.</remarks>
internal sealed class PhraseCursor : DocCursor
{
    /// <summary>Documents tried between two looks at the cancellation.</summary>
    public const int CheckEvery = 64;

    private readonly PhraseSlot[] _slots;
    private readonly PhraseSlot[] _byCost;
    private readonly int[]? _times;
    private readonly int? _slop;
    private readonly Bm25 _bm25;
    private readonly byte[] _lengths;
    private readonly TermScores? _rarest;
    private readonly CancellationToken _cancellation;
    private int[] _starts = new int[16];
    private int _frequency;
    private int _tried;

    /// <param name="slots">In the order of the phrase, at least one; of near words each once.</param>
    /// <param name="times">How often each of the near words is asked for; null for the exact order.</param>
    /// <param name="slop">Other words allowed inside the window; null asks for the exact order, adjacent.</param>
    /// <param name="bm25">With one source.</param>
    /// <param name="lengths">Of the text.</param>
    /// <param name="cancellation">Asked every few documents that have the words: they may be many, and none have the phrase.</param>
    public PhraseCursor(PhraseSlot[] slots, int[]? times, int? slop, Bm25 bm25, LengthColumn lengths, CancellationToken cancellation)
    {
        (_slots, _times, _slop, _bm25, _lengths, _cancellation) = (slots, times, slop, bm25, lengths.Codes, cancellation);
        _byCost = [.. slots.OrderBy(slot => slot.Cost)];
        _rarest = _byCost[0].Scores(bm25, lengths);
    }

    // Reading positions costs several times what a document costs.
    public override long Cost => 8 * _byCost[0].Cost;

    public override bool IsCostly => true;

    public override DocId Next() => Seek(Doc + 1);

    public override DocId Seek(DocId target)
    {
        for (var doc = Agree(target); doc != NoMoreDocs; doc = Agree(doc + 1))
        {
            if (++_tried % CheckEvery == 0) _cancellation.ThrowIfCancellationRequested();
            _frequency = _slop is { } slop ? CountNear(slop) : CountExact();
            if (_frequency > 0) return Doc = doc;
        }

        return Doc = NoMoreDocs;
    }

    /// <remarks>The phrase is not more frequent in a document than its rarest word.</remarks>
    public override double Bound(DocId first, DocId last) => _rarest?.Bound(first, last) ?? double.PositiveInfinity;

    public override int Frequency(int source) => _frequency;

    public override float Score() => _bm25.Score(_bm25.Weigh(0, _frequency, _lengths[Doc]));

    private DocId Agree(DocId target)
    {
        for (var i = 0; i < _byCost.Length && target != NoMoreDocs;)
        {
            var doc = _byCost[i].Doc < target ? _byCost[i].Seek(target) : _byCost[i].Doc;
            i = doc == target ? i + 1 : i == 0 ? 1 : 0;
            target = doc;
        }

        return target;
    }

    /// <summary>Starts from the rarest word and asks each next one only for what is left.</summary>
    private int CountExact()
    {
        var rarest = _byCost[0].Positions();
        if (_starts.Length < rarest.Length) _starts = new int[Math.Max(rarest.Length, 2 * _starts.Length)];
        for (var i = 0; i < rarest.Length; i++) _starts[i] = rarest[i] - _byCost[0].Offset;
        var count = rarest.Length;
        for (var i = 1; i < _byCost.Length && count > 0; i++)
            count = PhraseMatch.KeepAdjacent(_starts.AsSpan(0, count), _byCost[i].Positions(), _byCost[i].Offset);
        return count;
    }

    private int CountNear(int slop)
    {
        var positions = new int[_slots.Length][];
        for (var i = 0; i < positions.Length; i++)
        {
            var found = _slots[i].Positions();
            if (found.Length < _times![i]) return 0;
            positions[i] = found.ToArray();
        }

        return PhraseMatch.CountNear(positions, _times!, slop);
    }
}
