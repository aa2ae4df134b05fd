using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Indexing;

/// <summary>Added documents -> segments behind those of the set, in their order, inverted by several threads; key -> where its document is.</summary>
/// <remarks>What is in memory at any document, and so every file, depends on the documents and the limits alone, never on time.</remarks>
internal sealed class DocumentBuffer(IndexSchema schema, SegmentSet segments, BufferLimits limits) : IDisposable
{
    private const int BytesPerKey = 150; // measured: entry, string of a usual id
    private const long CollectedBytes = 1 << 25;
    private readonly Dictionary<string, DocId> _places = new(StringComparer.Ordinal);
    private readonly List<DocId> _deleted = [];
    private SegmentBuilder _builder = new(schema, limits.Threads);
    private List<IndexDocument> _run = [];
    private long _runChars;
    private long _garbageBytes;

    /// <summary>Makes room for a document. Everything that can fail is done here, before anything changes.</summary>
    public void MakeRoom()
    {
        if (_runChars < limits.RunChars) return;
        HandOver();
        if (_builder.MemoryBytes + ((long)BytesPerKey * _places.Count) >= limits.BuilderBytes) Write();
        CollectGarbage();
    }

    /// <summary>Adds a document. Requires: room was made, no other has its key.</summary>
    public void Add(string key, IndexDocument document)
    {
        _places[key] = _builder.DocCount + _run.Count;
        _run.Add(document);
        _runChars += LengthInChars(document);
    }

    /// <summary>Deletes the document with this key; false where there is none or it is in a segment already.</summary>
    public bool Delete(string key)
    {
        if (!_places.Remove(key, out var doc)) return false;
        _deleted.Add(doc);
        return true;
    }

    /// <summary>Hands all documents on to the set.</summary>
    public void Flush()
    {
        if (_run.Count > 0) HandOver();
        if (_builder.DocCount > 0) Write();
        CollectGarbage();
    }

    public void Dispose() => _builder.GiveUp();

    private void HandOver()
    {
        _builder.Add(_run);
        _garbageBytes += sizeof(char) * _runChars;
        (_run, _runChars) = ([], 0);
    }

    private void Write()
    {
        segments.Add(_builder, _deleted);
        _garbageBytes += _builder.MemoryBytes;
        _builder = new SegmentBuilder(schema, limits.Threads);
        _places.Clear();
        _deleted.Clear();
        CollectGarbage(GCCollectionMode.Aggressive); // least is left to move now, and what was gathered grew in pieces all over the heap
    }

    /// <summary>Documents and builders leave garbage behind, of which the runtime lets hundreds of megabytes pile up. Measured with 100,000
    /// documents of 3 KB: peak memory 890 MB without, 560 with, at no more CPU.</summary>
    private void CollectGarbage(GCCollectionMode mode = GCCollectionMode.Forced)
    {
        if (_garbageBytes < CollectedBytes) return;
        GC.Collect(GC.MaxGeneration, mode, blocking: true, compacting: mode == GCCollectionMode.Aggressive);
        _garbageBytes = 0;
    }

    private static long LengthInChars(IndexDocument document)
    {
        var length = 1L;
        foreach (var (_, text) in document.Texts) length += text.Length;
        foreach (var (_, value) in document.Keywords) length += value.Length;
        foreach (var (_, value) in document.Stored) length += value.Length;
        return length;
    }
}

/// <summary>How much of a budget is whose.</summary>
/// <param name="Threads">Runs that are inverted side by side; 1: by the caller.</param>
/// <param name="BuilderBytes">What is inverted, and the keys of its documents, before it becomes a segment.</param>
/// <param name="RunChars">Text of a run. Each thread has one in work, one waits for it, and one is gathered, at two bytes a character.</param>
internal sealed record BufferLimits(int Threads, long BuilderBytes, long RunChars)
{
    /// <summary>Taste: long enough that posting lists seldom change from thread to thread, short enough that documents die young: runs of eight
    /// times the text made collections take twice as long.</summary>
    private const long MostRunChars = 1 << 17;

    /// <summary>Five eighths are for inversion. The rest is for runs, for arrays that grow, for writing, and for memory not yet collected.</summary>
    public static BufferLimits Of(long budgetBytes, int threads) =>
        new(threads, budgetBytes / 8 * 5, Math.Clamp(budgetBytes / 32 / threads, 1, MostRunChars));
}
