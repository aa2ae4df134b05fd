using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Indexing;

/// <summary>Added documents -> segments in memory behind those of the set, in their order, by several threads; key -> where its document is.</summary>
/// <remarks>What is in memory at any document, and so every file, depends on the documents and the limits alone, never on time.</remarks>
internal sealed class DocumentBuffer(IndexSchema schema, SegmentSet segments, BufferLimits limits) : IDisposable
{
    private const int BytesPerKey = 150; // measured: entry, string of a usual id
    private const long CollectedChars = 1 << 24;
    private readonly Dictionary<string, (PendingSegment Segment, DocId Doc)> _places = new(StringComparer.Ordinal);
    private List<IndexDocument> _run = [];
    private PendingSegment? _open;
    private long _runChars;
    private long _charsToCollect;

    /// <summary>Makes room for a document. Everything that can fail is done here, before anything changes.</summary>
    public void MakeRoom()
    {
        if (_runChars < limits.RunChars) return;
        HandOver();
        if (_open!.Builder.MemoryBytes >= limits.BuilderBytes) Close();
        CollectGarbage();
        if (segments.MemoryBytes + ((long)BytesPerKey * _places.Count) > limits.SegmentBytes) Persist();
    }

    /// <summary>Adds a document. Requires: room was made, no other has its key.</summary>
    public void Add(string key, IndexDocument document)
    {
        _open ??= new PendingSegment(schema, limits.Threads);
        _places[key] = (_open, _open.Builder.DocCount + _run.Count);
        _run.Add(document);
        _runChars += LengthInChars(document);
    }

    /// <summary>Deletes the document with this key; false where there is none or it is in a segment on the disk.</summary>
    public bool Delete(string key) => _places.Remove(key, out var place) && place.Segment.Delete(place.Doc);

    /// <summary>Hands all documents on to the set, in segments in memory.</summary>
    public void Flush()
    {
        if (_run.Count > 0) HandOver();
        if (_open is not null) Close();
    }

    /// <summary>Forgets keys whose documents are in segments on the disk. Requires: flushed, all segments are there.</summary>
    public void Clear() => _places.Clear();

    public void Dispose() => _open?.Builder.GiveUp();

    private void HandOver()
    {
        _open!.Builder.Add(_run);
        _charsToCollect += _runChars;
        (_run, _runChars) = ([], 0);
    }

    private void Close()
    {
        segments.Add([_open!.Build(schema)]);
        _open = null;
    }

    /// <summary>Documents leave texts behind, of which the runtime lets hundreds of megabytes pile up. Measured with 100,000
    /// documents of 3 KB: peak memory 890 MB without, 560 with, at no more CPU.</summary>
    private void CollectGarbage()
    {
        if (_charsToCollect < CollectedChars) return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        _charsToCollect = 0;
    }

    private void Persist()
    {
        segments.Persist();
        foreach (var (key, place) in _places)
        {
            if (place.Segment.IsBuilt) _places.Remove(key);
        }
    }

    private static long LengthInChars(IndexDocument document)
    {
        var length = 1L;
        foreach (var (_, text) in document.Texts) length += text.Length;
        foreach (var (_, value) in document.Keywords) length += value.Length;
        foreach (var (_, value) in document.Stored) length += value.Length;
        return length;
    }

    /// <summary>A segment from its first document to its place in the set.</summary>
    private sealed class PendingSegment(IndexSchema schema, int threads)
    {
        private readonly HashSet<DocId> _deleted = [];
        private WritableSegment? _segment;

        public SegmentBuilder Builder { get; private set; } = new(schema, threads);

        public bool IsBuilt => _segment is not null;

        public WritableSegment Build(IndexSchema schema)
        {
            _segment = WritableSegment.Build(schema, Builder);
            foreach (var doc in _deleted) _segment.Delete(doc);
            Builder = new SegmentBuilder(schema); // what was gathered is not held by the keys
            return _segment;
        }

        /// <summary>Deletes a document; false where it is in a segment that was merged or written meanwhile.</summary>
        public bool Delete(DocId doc)
        {
            if (_segment is null) return _deleted.Add(doc);
            if (_segment.IsGone) return false;
            _segment.Delete(doc);
            return true;
        }
    }
}

/// <summary>How much of a budget is whose.</summary>
/// <param name="Threads">Runs that are inverted side by side; 1: by the caller.</param>
/// <param name="BuilderBytes">Memory of the inversion, before it becomes a segment.</param>
/// <param name="RunChars">Text of a run. Each thread has one in work, one waits for it, and one is gathered, at two bytes a character.</param>
/// <param name="SegmentBytes">Segments in memory, and the keys of their documents.</param>
internal sealed record BufferLimits(int Threads, long BuilderBytes, long RunChars, long SegmentBytes)
{
    /// <summary>Taste: long enough that posting lists seldom change from thread to thread, short enough that threads end together.</summary>
    private const long MostRunChars = 1 << 20;

    /// <summary>Seven eighths are shared out: a half to inversion, a quarter to segments in memory, an eighth to runs. The rest is for merging,
    /// and for memory that was given back and not yet collected.</summary>
    public static BufferLimits Of(long budgetBytes, int threads) =>
        new(threads, budgetBytes / 16 * 7, Math.Clamp(budgetBytes / 32 / threads, 1, MostRunChars), budgetBytes / 32 * 7);
}
