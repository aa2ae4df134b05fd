using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Stored;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>One thread's share of the documents of a segment, inverted in memory: runs of neighbours, one after the other.</summary>
/// <remarks>One caller adds; what was gathered is read when it has waited.</remarks>
/// <param name="schema">Of the segment.</param>
/// <param name="isBeside">Whether to work beside the caller.</param>
internal sealed class InversionLane(IndexSchema schema, bool isBeside)
{
    /// <summary>Of an array and the reference to it.</summary>
    private const int ArrayOverhead = 32;

    private readonly List<byte[]> _heads = []; // one by one: a growing array of them all takes up to three times as much
    private readonly List<List<BodyBlock>> _bodies = []; // packed at once, which takes a third of the memory and uses all threads
    private readonly BodyPacker _packer = new();
    private readonly ByteBuffer _head = new();
    private readonly ByteBuffer _body = new();
    private long _storedBytes;
    private Task<long> _before = Task.FromResult(0L);
    private Task<long> _last = Task.FromResult(0L);
    private volatile bool _isGivenUp;

    public TextInverter Texts { get; } = new(schema);

    /// <summary>By field of the schema.</summary>
    public IReadOnlyList<ListInverter> Keywords { get; } = [.. schema.Keywords.Select(_ => new ListInverter(PostingsShape.Keyword))];

    /// <summary>By field of the schema, then by document.</summary>
    public IReadOnlyList<List<long?>> Numbers { get; } = [.. schema.Numbers.Select(_ => new List<long?>())];

    /// <summary>Bytes as of the last run that <see cref="Add"/> has waited for: depends on the documents alone, not on time.</summary>
    public long MemoryBytes { get; private set; }

    /// <summary>Adds a run of documents with numbers from <paramref name="firstDoc"/> on. Waits until no more than one run is ahead of it; raises what an
    /// earlier one failed with, each time.</summary>
    public void Add(IReadOnlyList<IndexDocument> run, DocId firstDoc)
    {
        MemoryBytes = _before.GetAwaiter().GetResult();
        _before = _last;
        _last = _last.ContinueWith(
            before => before.GetAwaiter().GetResult() + Invert(run, firstDoc),
            CancellationToken.None,
            isBeside ? TaskContinuationOptions.None : TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        if (!isBeside) MemoryBytes = _last.GetAwaiter().GetResult();
    }

    /// <summary>Waits until all is inverted; raises what failed, each time.</summary>
    public void Wait() => _last.GetAwaiter().GetResult();

    /// <summary>Drops what is not done, and waits for the thread.</summary>
    public void GiveUp()
    {
        _isGivenUp = true;
        Task.WhenAny(_last).Wait();
    }

    /// <summary>The stored heads of the lane's n-th document.</summary>
    public ReadOnlySpan<byte> Head(int n) => _heads[n];

    /// <summary>The other stored fields of the lane's n-th run.</summary>
    public IReadOnlyList<BodyBlock> Bodies(int n) => _bodies[n];

    /// <returns>By how many bytes memory has grown.</returns>
    private long Invert(IReadOnlyList<IndexDocument> run, DocId firstDoc)
    {
        var before = UsedBytes();
        _bodies.Add([]);
        for (var i = 0; i < run.Count && !_isGivenUp; i++) Invert(run[i], firstDoc + i);
        Keep(_packer.Finish());
        return UsedBytes() - before;
    }

    private long UsedBytes() => Texts.MemoryBytes + Keywords.Sum(keyword => keyword.MemoryBytes) + _storedBytes;

    private void Invert(IndexDocument document, DocId doc)
    {
        Texts.Add(document, doc);
        for (var i = 0; i < Keywords.Count; i++) AddKeywords(document, doc, i);
        for (var i = 0; i < Numbers.Count; i++) Numbers[i].Add(Number(document, schema.Numbers[i].Name));
        _head.Clear();
        _body.Clear();
        for (var i = 0; i < schema.Stored.Count; i++)
        {
            foreach (var (field, value) in document.Stored)
            {
                if (field == schema.Stored[i].Name) StoredRecord.Write(schema.Stored[i].IsHead ? _head : _body, i, value.Span);
            }
        }

        _heads.Add(_head.Written.ToArray());
        _storedBytes += _head.Length + ArrayOverhead;
        Keep(_packer.Add(_body.Written));
    }

    private void Keep(BodyBlock? full)
    {
        if (full is not { } block) return;
        _bodies[^1].Add(block);
        _storedBytes += block.Compressed.Length + ArrayOverhead;
    }

    private void AddKeywords(IndexDocument document, DocId doc, int keyword)
    {
        foreach (var (field, value) in document.Keywords)
        {
            if (field != schema.Keywords[keyword].Name) continue;
            var bytes = KeywordBytes.Of(value);
            Keywords[keyword].Add(bytes, bytes.Length, doc, 0);
        }
    }

    private static long? Number(IndexDocument document, string field)
    {
        long? number = null;
        foreach (var (name, value) in document.Numbers)
        {
            if (name == field) number = value;
        }

        return number;
    }
}
