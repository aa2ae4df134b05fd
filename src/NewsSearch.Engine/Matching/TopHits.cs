namespace NewsSearch.Engine.Matching;

/// <summary>Keeps the best so many of the documents it is shown: highest key first, ties by lowest document.</summary>
/// <remarks>A heap with the worst on top, so that a deep page costs what its depth costs and no sorting of what stands before it.</remarks>
/// <param name="capacity">How many to keep at most.</param>
/// <param name="after">Only documents that stand behind this one in the order are kept; null for all.</param>
internal sealed class TopHits(int capacity, ScoredDoc? after = null)
{
    // Selecting one hit from the heap costs about as much as sorting so many. Taste: it only must not be off by orders.
    private const int SelectCost = 4;

    private readonly ScoredDoc _after = after ?? new ScoredDoc(-1, double.PositiveInfinity);
    private ScoredDoc[] _hits = new ScoredDoc[Math.Min(capacity, 16)];
    private int _count;

    /// <summary>A later document must have a higher key than this to enter.</summary>
    public double Threshold { get; private set; } = capacity == 0 ? double.PositiveInfinity : double.NegativeInfinity;

    /// <summary>Whether a later document with this key can enter.</summary>
    public bool CanEnter(double key) => _count < capacity || key > Threshold;

    /// <summary>Documents must be shown in increasing order for a tie to fall to the lowest.</summary>
    public void Add(int doc, double key)
    {
        if (CanEnter(key)) Keep(new ScoredDoc(doc, key));
    }

    /// <summary>Shows everything that another collection keeps, whatever documents it was shown.</summary>
    public void AddAll(TopHits other)
    {
        foreach (var hit in other._hits.AsSpan(0, other._count))
        {
            if (_count < capacity || (capacity > 0 && IsBetter(hit, _hits[0]))) Keep(hit);
        }
    }

    /// <summary>The hits behind the first <paramref name="offset"/>, best first. Empties the collection.</summary>
    public ScoredDoc[] Drain(int offset = 0)
    {
        var hits = new ScoredDoc[Math.Max(0, _count - offset)];
        if (hits.Length > 0 && hits.Length > _count / SelectCost)
        {
            Array.Sort(_hits, 0, _count, BestFirst);
            _hits.AsSpan(offset, hits.Length).CopyTo(hits);
        }
        else
        {
            if (_count < capacity && hits.Length > 0) Heapify();
            for (var i = hits.Length - 1; i >= 0; i--)
            {
                hits[i] = _hits[0];
                _hits[0] = _hits[--_count];
                SiftDown(0);
            }
        }

        _count = 0;
        return hits;
    }

    private static readonly Comparer<ScoredDoc> BestFirst = Comparer<ScoredDoc>.Create((a, b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Doc.CompareTo(b.Doc));

    private static bool IsBetter(ScoredDoc a, ScoredDoc b) => a.Key > b.Key || (a.Key == b.Key && a.Doc < b.Doc);

    private void Keep(ScoredDoc hit)
    {
        if (!IsBetter(_after, hit)) return;
        if (_count == capacity)
        {
            _hits[0] = hit;
            SiftDown(0);
        }
        else
        {
            if (_count == _hits.Length) Array.Resize(ref _hits, (int)Math.Min(2L * _count, capacity));
            _hits[_count++] = hit;
            if (_count < capacity) return;
            Heapify();
        }

        Threshold = _hits[0].Key;
    }

    private void Heapify()
    {
        for (var i = (_count / 2) - 1; i >= 0; i--) SiftDown(i);
    }

    private void SiftDown(int at)
    {
        var hits = _hits.AsSpan(0, _count);
        if (hits.IsEmpty) return;
        var hit = hits[at];
        for (var child = (2 * at) + 1; child < hits.Length; child = (2 * at) + 1)
        {
            if (child + 1 < hits.Length && IsBetter(hits[child], hits[child + 1])) child++;
            if (!IsBetter(hit, hits[child])) break;
            hits[at] = hits[child];
            at = child;
        }

        hits[at] = hit;
    }
}
