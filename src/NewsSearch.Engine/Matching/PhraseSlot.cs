using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Matching;

/// <summary>One place of a phrase: documents and positions of a word, of two words side by side, or of all words that a pattern accepts.</summary>
internal sealed class PhraseSlot
{
    private readonly PriorityQueue<PostingsCursor, DocId> _ahead = new();
    private readonly List<PostingsCursor> _atDoc = [];
    private readonly List<int> _merged = [];
    private readonly PostingsCursor? _only;

    /// <param name="name">The word or pattern: equal slots have equal names.</param>
    /// <param name="offset">Its place in the phrase, counted in words.</param>
    /// <param name="words">Cursors of one list with positions.</param>
    public PhraseSlot(string name, int offset, IEnumerable<PostingsCursor> words)
    {
        (Word, Offset) = (name, offset);
        List<PostingsCursor> cursors = [.. words];
        Cost = cursors.Sum(word => (long)word.DocCount);
        if (cursors is [var only]) _only = only;
        else cursors.ForEach(word => _ahead.Enqueue(word, -1));
    }

    public string Word { get; }

    public int Offset { get; }

    public DocId Doc { get; private set; } = -1;

    public long Cost { get; }

    /// <summary>Requires: target &gt; Doc.</summary>
    public DocId Seek(DocId target)
    {
        if (_only is not null) return Doc = _only.Seek(target);
        foreach (var word in _atDoc) _ahead.Enqueue(word, word.Doc);
        _atDoc.Clear();
        while (_ahead.TryPeek(out var word, out var doc) && doc < target) _ahead.DequeueEnqueue(word, word.Seek(target));
        if (!_ahead.TryPeek(out _, out var next)) next = PostingsFormat.NoMoreDocs;
        while (next != PostingsFormat.NoMoreDocs && _ahead.TryPeek(out _, out var doc) && doc == next) _atDoc.Add(_ahead.Dequeue());
        return Doc = next;
    }

    /// <summary>Positions in the current document, strictly increasing where the words differ; valid until the next call.</summary>
    public ReadOnlySpan<int> Positions()
    {
        if (_only is not null) return _only.Positions();
        _merged.Clear();
        foreach (var word in _atDoc) _merged.AddRange(word.Positions());
        _merged.Sort();
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_merged);
    }

    /// <summary>Bounds what a phrase with this word can score; null for a pattern.</summary>
    /// <param name="bm25">With one source.</param>
    /// <param name="lengths">Of the text.</param>
    public TermScores? Scores(Bm25 bm25, LengthColumn lengths) => _only is null ? null : new TermScores(_only.Record, bm25, [lengths]);
}
