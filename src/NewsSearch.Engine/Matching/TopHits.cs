namespace NewsSearch.Engine.Matching;

/// <summary>Keeps the best so many of the documents it is shown: highest key first, ties by lowest document.</summary>
internal sealed class TopHits(int capacity)
{
    private readonly PriorityQueue<ScoredDoc, ScoredDoc> _worstFirst = new(Comparer<ScoredDoc>.Create(CompareWorstFirst));

    /// <summary>A later document must have a higher key than this to enter.</summary>
    public double Threshold { get; private set; } = capacity == 0 ? double.PositiveInfinity : double.NegativeInfinity;

    /// <summary>Documents must be shown in increasing order for a tie to fall to the lowest.</summary>
    public void Add(int doc, double key)
    {
        if (_worstFirst.Count == capacity && !(key > Threshold)) return;
        var hit = new ScoredDoc(doc, key);
        if (_worstFirst.Count < capacity) _worstFirst.Enqueue(hit, hit);
        else _worstFirst.DequeueEnqueue(hit, hit);
        if (_worstFirst.Count == capacity) Threshold = _worstFirst.Peek().Key;
    }

    /// <summary>The hits, best first. Empties the collection.</summary>
    public ScoredDoc[] Drain()
    {
        var hits = new ScoredDoc[_worstFirst.Count];
        for (var i = hits.Length - 1; i >= 0; i--) hits[i] = _worstFirst.Dequeue();
        return hits;
    }

    private static int CompareWorstFirst(ScoredDoc a, ScoredDoc b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : b.Doc.CompareTo(a.Doc);
}
