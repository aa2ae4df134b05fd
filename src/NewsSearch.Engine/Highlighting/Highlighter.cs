using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Highlighting;

/// <summary>Query -> what it matches in the texts of a document. Needs no index, so that every backend marks alike.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>The texts together are the document. A branch of the query that does not hold for it is not marked: in
/// <c>a OR (b AND c)</c> no b without a c somewhere. Nothing under a Not is marked, nor anything if the query does not match.</item>
/// <item>A bare word is marked in every inflection of the document's language; one that gives several tokens as a phrase.</item>
/// <item>A phrase is one mark over its tokens, and its words are not marked elsewhere. With a slop the words inside each
/// smallest window are marked one by one.</item>
/// <item>A pattern or a misspelling marks the words found; a field of values marks nothing.</item>
/// <item>Matches that overlap (the phrases "a b" and "b c" in "a b c") become one mark.</item>
/// </list>
/// Each text is read once. What tokens fulfil of the query is looked at twice: to see which branches hold, then to mark those.
/// Time is linear in the texts. For any number of threads.
/// </remarks>
public sealed class Highlighter
{
    /// <summary>Tokens read between two looks at the cancellation: about a millisecond.</summary>
    private const int CheckEvery = 4096;

    private readonly Branch _root;
    private readonly List<HighlightRule> _rules;
    private readonly HighlightTerms _terms;
    private readonly int _slotCount;

    /// <summary>Prepares the marks of a query.</summary>
    public Highlighter(QueryNode query, QuerySyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(syntax);
        var terms = new HighlightTerms.Builder();
        var branches = new Branch.Builder(syntax, terms);
        _root = branches.Of(query);
        _rules = branches.Rules;
        _terms = terms.Build();
        _slotCount = terms.Count;
    }

    /// <summary>For each text of the document its matches, sorted, not overlapping.</summary>
    /// <param name="document">All texts of the document.</param>
    /// <param name="cancellation">Ends the reading of a long text with <see cref="OperationCanceledException"/>.</param>
    public IReadOnlyList<IReadOnlyList<Mark>> Marks(DocumentTexts document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        FoundToken[][] tokens = [.. document.Texts.Select(text => Read(text.Text, document.Language, cancellation))];
        var met = new bool[_rules.Count];
        for (var i = 0; i < tokens.Length; i++)
            Watch(document.Texts[i], tokens[i], rule => !met[rule], (rule, _) => met[rule] = true, cancellation);

        List<int> shown = [];
        var isShown = new bool[_rules.Count];
        if (_root.Holds(met, document, shown))
            shown.ForEach(rule => isShown[rule] = true);
        var marks = Array.ConvertAll(tokens, _ => new MarkList());
        for (var i = 0; i < tokens.Length; i++)
        {
            var list = marks[i];
            Watch(document.Texts[i], tokens[i], rule => isShown[rule], (_, mark) => list.Add(mark), cancellation);
        }
        return Array.ConvertAll(marks, list => list.Merge());
    }

    /// <summary>The tokens of a text that can take any slot.</summary>
    private FoundToken[] Read(string text, string language, CancellationToken cancellation)
    {
        if (_slotCount == 0)
            return [];
        var forms = _terms.Forms(language);
        var stems = new StemForms();
        var words = _terms.LendKnown(language);
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        List<int> slots = [];
        List<FoundToken> found = [];
        var tokens = new Tokenizer();
        tokens.Reset(text.AsMemory());
        for (var read = 1; tokens.Next(); read++)
        {
            if (read % CheckEvery == 0)
                cancellation.ThrowIfCancellationRequested();
            if (!known.TryGetValue(tokens.Word, out var taken))
            {
                slots.Clear();
                _terms.Find(tokens, forms, stems, language, slots);
                known[tokens.Word] = taken = slots.Count == 0 ? [] : [.. slots];
            }
            if (taken.Length > 0)
                found.Add(new FoundToken(taken, new TokenPlace(tokens.Position, tokens.Start, tokens.End)));
        }
        _terms.KeepKnown(language, words);
        return [.. found];
    }

    /// <summary>Tells the matches of the rules that are wanted, as long as they are.</summary>
    private void Watch(DocumentText text, FoundToken[] tokens, Predicate<int> isWanted, Action<int, Mark> found, CancellationToken cancellation)
    {
        var trackers = Trackers(text, isWanted, found);
        if (trackers.Length == 0)
            return;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i % CheckEvery == 0)
                cancellation.ThrowIfCancellationRequested();
            foreach (var slot in tokens[i].Slots)
            {
                foreach (var (rule, tracker) in trackers[slot])
                {
                    if (isWanted(rule))
                        tracker.Meet(slot, tokens[i].Place);
                }
            }
        }
        foreach (var (_, tracker) in trackers.SelectMany(waiting => waiting))
            tracker.Finish();
    }

    /// <summary>Slot -> the trackers that wait for it; empty if nothing that is wanted concerns this text.</summary>
    private List<(int Rule, MatchTracker Tracker)>[] Trackers(DocumentText text, Predicate<int> isWanted, Action<int, Mark> found)
    {
        List<(int, MatchTracker)>[] bySlot = [];
        Dictionary<string, TextParts> partsOf = new(StringComparer.Ordinal);
        for (var i = 0; i < _rules.Count; i++)
        {
            var (number, rule) = (i, _rules[i]);
            TextParts? where = null;
            if (!isWanted(number))
                continue;
            if (rule.Field is not null && rule.Field != text.Field)
            {
                if (!text.Parts.TryGetValue(rule.Field, out var places))
                    continue;
                if (!partsOf.TryGetValue(rule.Field, out where))
                    partsOf[rule.Field] = where = new TextParts(places);
            }

            var tracker = MatchTracker.For(rule, _slotCount + number, where, mark => found(number, mark));
            if (bySlot.Length == 0)
                bySlot = [.. Enumerable.Range(0, _slotCount).Select(_ => new List<(int, MatchTracker)>())];
            foreach (var slot in rule.Slots.Distinct())
                bySlot[slot].Add((number, tracker));
        }
        return bySlot;
    }

    /// <summary>A token and the slots that it can take.</summary>
    private readonly record struct FoundToken(int[] Slots, TokenPlace Place);
}
