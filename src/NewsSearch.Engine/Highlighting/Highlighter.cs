using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Highlighting;

/// <summary>Query -> what it matches in a text. Needs no index, so that every backend marks alike.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A bare word is marked in every inflection of the text's language; one that gives several tokens as a phrase.</item>
/// <item>A phrase is one mark over its tokens, and its words are not marked elsewhere. With a slop the words inside each
/// smallest window are marked one by one.</item>
/// <item>A pattern or a misspelling marks the words found. Nothing under a Not is marked.</item>
/// <item>Matches that overlap (the phrases "a b" and "b c" in "a b c") become one mark.</item>
/// </list>
/// Time is linear in the text. Immutable, for any number of threads.
/// </remarks>
public sealed class Highlighter
{
    /// <summary>Tokens read between two looks at the cancellation: about a millisecond.</summary>
    private const int CheckEvery = 4096;

    private readonly List<HighlightRule> _rules;
    private readonly HighlightTerms _terms;
    private readonly int _slotCount;

    /// <summary>Prepares the marks of a query.</summary>
    public Highlighter(QueryNode query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var terms = new HighlightTerms.Builder();
        _rules = HighlightRule.Of(query, terms);
        _terms = terms.Build();
        _slotCount = terms.Count;
    }

    /// <summary>The matches in the text of a field, sorted, not overlapping.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">Its field: bare words and those under this field's name are marked.</param>
    /// <param name="language">The language of the text, empty where unknown.</param>
    /// <param name="parts">Further fields that are made of parts of this text (the quotations of a body): name -> their places,
    /// not overlapping. What stands under such a name is marked where it lies inside one part.</param>
    /// <param name="cancellation">Ends the reading of a long text with <see cref="OperationCanceledException"/>.</param>
    public IReadOnlyList<Mark> Marks(
        string text, string field, string language, IReadOnlyDictionary<string, IReadOnlyList<Mark>>? parts = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(language);
        List<Mark> marks = [];
        if (Trackers(field, parts, marks) is { } trackers)
            Scan(text, language, trackers, cancellation);
        return Merged(marks);
    }

    /// <summary>Slot -> the trackers that wait for it; null if nothing of the query concerns this text.</summary>
    private List<MatchTracker>?[]? Trackers(string field, IReadOnlyDictionary<string, IReadOnlyList<Mark>>? parts, List<Mark> marks)
    {
        List<MatchTracker>?[]? bySlot = null;
        Dictionary<string, TextParts> partsOf = new(StringComparer.Ordinal);
        foreach (var rule in _rules)
        {
            TextParts? where = null;
            if (rule.Field is not null && rule.Field != field)
            {
                if (parts is null || !parts.TryGetValue(rule.Field, out var places))
                    continue;
                if (!partsOf.TryGetValue(rule.Field, out where))
                    partsOf[rule.Field] = where = new TextParts(places);
            }

            var tracker = MatchTracker.For(rule, where, marks);
            bySlot ??= new List<MatchTracker>?[_slotCount];
            foreach (var slot in rule.Slots.Distinct())
                (bySlot[slot] ??= []).Add(tracker);
        }
        return bySlot;
    }

    private void Scan(string text, string language, List<MatchTracker>?[] trackers, CancellationToken cancellation)
    {
        var forms = _terms.Forms(language);
        var stems = new StemForms();
        var known = new Dictionary<string, int[]>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        List<int> found = [];
        var tokens = new Tokenizer();
        tokens.Reset(text.AsMemory());
        for (var read = 1; tokens.Next(); read++)
        {
            if (read % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            if (!known.TryGetValue(tokens.Word, out var slots))
            {
                found.Clear();
                _terms.Find(tokens, forms, stems, language, found);
                slots = found.Count == 0 ? [] : [.. found];
                known[tokens.Word] = slots;
            }
            foreach (var slot in slots)
            {
                if (trackers[slot] is not { } waiting)
                    continue;
                foreach (var tracker in waiting)
                    tracker.Meet(slot, new TokenPlace(tokens.Position, tokens.Start, tokens.End));
            }
        }
    }

    private static List<Mark> Merged(List<Mark> marks)
    {
        marks.Sort((a, b) => a.Start.CompareTo(b.Start));
        List<Mark> merged = new(marks.Count);
        foreach (var mark in marks)
        {
            if (merged.Count == 0 || merged[^1].End <= mark.Start)
                merged.Add(mark);
            else if (merged[^1].End < mark.End)
                merged[^1] = merged[^1] with { End = mark.End };
        }
        return merged;
    }
}
