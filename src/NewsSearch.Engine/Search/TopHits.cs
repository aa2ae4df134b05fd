namespace NewsSearch.Engine.Search;

/// <summary>Keeps the best so many of the documents it is shown: highest key first, ties by lowest document.</summary>
internal sealed class TopHits(int capacity)
{
    private readonly PriorityQueue<ScoredDoc, ScoredDoc> _worstFirst = new(Comparer<ScoredDoc>.Create(CompareWorstFirst));

    /// <summary>Documents must be shown in increasing order for a tie to fall to the lowest.</summary>
    public void Add(int doc, double key)
    {
        if (capacity == 0) return;
        var hit = new ScoredDoc(doc, key);
        if (_worstFirst.Count < capacity) _worstFirst.Enqueue(hit, hit);
        else if (key > _worstFirst.Peek().Key) _worstFirst.DequeueEnqueue(hit, hit);
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

/// <summary>A document of the snapshot and what it is ranked by: its score, or the value it is sorted by.</summary>
/// <param name="Doc">Number in the snapshot.</param>
/// <param name="Key">Higher is better.</param>
public readonly record struct ScoredDoc(int Doc, double Key);
