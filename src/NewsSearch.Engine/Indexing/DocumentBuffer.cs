using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Indexing;

/// <summary>Added documents -> segments in memory behind those of the set, in their order, by several threads; key -> where its document is.</summary>
/// <remarks>
/// Each thread has a run of documents that follow one another, so that documents keep their order whoever is faster. A run is begun when the one
/// as many before it as there are threads has been inverted: what is in memory at any document, and so every file, depends on the documents alone.
/// </remarks>
internal sealed class DocumentBuffer(IndexSchema schema, SegmentSet segments, RunLimits limits) : IDisposable
{
    private const int BytesPerKey = 150; // measured: entry, string of a usual id
    private const long CollectedChars = 1 << 24;
    private readonly Dictionary<string, (DocumentRun Run, DocId Doc)> _places = new(StringComparer.Ordinal);
    private readonly Queue<DocumentRun> _runs = new();
    private DocumentRun? _open;
    private long _takenChars;

    /// <summary>Makes room for a document. Everything that can fail is done here, before anything changes.</summary>
    public void MakeRoom()
    {
        if (_open is { IsFull: false }) return;
        _open?.End();
        while (_runs.Count >= limits.Threads) Take();
        CollectGarbage();
        if (segments.MemoryBytes + ((long)BytesPerKey * _places.Count) > limits.SegmentBytes) Persist();
        _runs.Enqueue(_open = new DocumentRun(schema, limits));
    }

    /// <summary>Adds a document. Requires: room was made, no other has its key.</summary>
    public void Add(string key, IndexDocument document) => _places[key] = (_open!, _open!.Add(document));

    /// <summary>Deletes the document with this key; false where there is none or it is in a segment on the disk.</summary>
    public bool Delete(string key) => _places.Remove(key, out var place) && place.Run.Delete(place.Doc);

    /// <summary>Hands all documents on to the set, in segments in memory.</summary>
    public void Flush()
    {
        _open?.End();
        while (_runs.Count > 0) Take();
        _open = null;
    }

    /// <summary>Forgets keys whose documents are in segments on the disk. Requires: flushed, all segments are there.</summary>
    public void Clear() => _places.Clear();

    public void Dispose()
    {
        foreach (var run in _runs) run.Dispose();
    }

    private void Take()
    {
        segments.Add(_runs.Peek().Take());
        _takenChars += _runs.Dequeue().Chars;
    }

    /// <summary>A run leaves large arrays and texts behind, of which the runtime lets hundreds of megabytes pile up. Measured with 100,000
    /// documents of 3 KB: peak memory 890 MB without, 560 with, at no more CPU.</summary>
    private void CollectGarbage()
    {
        if (_takenChars < CollectedChars) return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        _takenChars = 0;
    }

    private void Persist()
    {
        segments.Persist();
        foreach (var (key, place) in _places)
        {
            if (place.Run.IsTaken) _places.Remove(key);
        }
    }
}
