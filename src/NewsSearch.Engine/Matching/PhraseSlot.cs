using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Matching;

/// <summary>One place of a phrase: documents and positions of a word, of two words side by side, or of all words that a pattern accepts.</summary>
internal sealed class PhraseSlot
{
    private readonly PostingsCursor? _word;
    private readonly PatternPlaces? _pattern;
    private int _at = -1;

    /// <param name="name">The word: equal slots have equal names.</param>
    /// <param name="offset">Its place in the phrase, counted in words.</param>
    /// <param name="word">A cursor of a list with positions; null where the word does not occur.</param>
    public PhraseSlot(string name, int offset, PostingsCursor? word) => (Word, Offset, _word, Cost) = (name, offset, word, word?.DocCount ?? 0);

    /// <param name="name">The pattern: equal slots have equal names.</param>
    /// <param name="offset">Its place in the phrase, counted in words.</param>
    /// <param name="pattern">What it accepts.</param>
    public PhraseSlot(string name, int offset, PatternPlaces pattern) => (Word, Offset, _pattern, Cost) = (name, offset, pattern, pattern.Docs.Length);

    public string Word { get; }

    public int Offset { get; }

    public DocId Doc { get; private set; } = -1;

    public long Cost { get; }

    /// <summary>Requires: target &gt; Doc.</summary>
    public DocId Seek(DocId target)
    {
        if (_pattern is null) return Doc = _word?.Seek(target) ?? PostingsFormat.NoMoreDocs;
        var step = _pattern.Docs[++_at..].BinarySearch(target);
        _at += step >= 0 ? step : ~step;
        if (_at < _pattern.Docs.Length) return Doc = _pattern.Docs[_at];
        _at--; // stays in range however often the end is asked for
        return Doc = PostingsFormat.NoMoreDocs;
    }

    /// <summary>Positions in the current document, never decreasing; valid until the next call.</summary>
    public ReadOnlySpan<int> Positions() => _pattern is null ? _word!.Positions() : _pattern.Positions(_at);

    /// <summary>Bounds what a phrase with this word can score; null for a pattern.</summary>
    /// <param name="bm25">With one source.</param>
    /// <param name="lengths">Of the text.</param>
    public TermScores? Scores(Bm25 bm25, LengthColumn lengths) => _word is null ? null : new TermScores(_word.Record, bm25, [lengths]);
}
