using System.Runtime.InteropServices;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

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

/// <summary>All documents and positions of the terms that a pattern accepts, in one segment. Immutable.</summary>
/// <remarks>
/// Read term by term with one cursor and sorted: a pattern may accept ten thousand terms, and as many cursors side by side cost
/// ten times as much. Invariant: documents strictly increase; <c>_ends</c> is as long, increasing, and closes each one's positions.
/// </remarks>
internal sealed class PatternPlaces
{
    private readonly int[] _docs;
    private readonly int[] _ends;
    private readonly int[] _positions;

    private PatternPlaces(ReadOnlySpan<long> sorted)
    {
        _positions = new int[sorted.Length];
        List<int> docs = [], ends = [];
        for (var i = 0; i < sorted.Length; i++)
        {
            _positions[i] = (int)sorted[i];
            if (i + 1 < sorted.Length && sorted[i + 1] >> 32 == sorted[i] >> 32) continue;
            docs.Add((int)(sorted[i] >> 32));
            ends.Add(i + 1);
        }

        (_docs, _ends) = ([.. docs], [.. ends]);
    }

    /// <summary>Strictly increasing.</summary>
    public ReadOnlySpan<int> Docs => _docs;

    public static PatternPlaces Of(TermIndex list, IEnumerable<TermEntry> terms, CancellationToken cancellation)
    {
        List<long> places = [];
        PostingsCursor? cursor = null;
        foreach (var term in terms)
        {
            cancellation.ThrowIfCancellationRequested();
            if (cursor is null) cursor = list.Postings.Open(term);
            else cursor.Reopen(term);
            for (long doc = cursor.Next(); doc != PostingsFormat.NoMoreDocs; doc = cursor.Next())
            {
                foreach (var position in cursor.Positions()) places.Add((doc << 32) | (uint)position);
            }
        }

        var sorted = CollectionsMarshal.AsSpan(places);
        sorted.Sort();
        return new PatternPlaces(sorted);
    }

    /// <summary>Positions in the document with this number in <see cref="Docs"/>, never decreasing.</summary>
    public ReadOnlySpan<int> Positions(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _positions.AsSpan(start, _ends[number] - start);
    }
}
