using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search.Rescoring;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Search;

/// <summary>Query tree -> clause over one snapshot: analyses the words, looks up statistics, binds fields.</summary>
internal sealed class QueryCompiler(Snapshot snapshot, QueryBinding binding, ValueRegistry values, CancellationToken cancellation)
{
    // Patterns and filters are found or not: they rank nothing, but a hit by pattern stands before a hit by filter alone.
    private const float PatternScore = 1f;

    private readonly Statistics _statistics = new(snapshot, binding, cancellation);
    private readonly List<QueryNote> _notes = [];
    private readonly Dictionary<string, ValueFinder> _finders = new(StringComparer.Ordinal);
    private readonly Dictionary<(int List, string Pattern), long> _postings = [];
    private readonly PatternsRead _patternsRead = new(cancellation);
    private long _patternPostings;

    /// <summary>Postings that the patterns in all phrases of a query may have: some 0.2 s, and 64 MB. Bare patterns have no such limit.</summary>
    public long MostPatternPostings { get; init; } = 4_000_000;

    /// <summary>What the analysis left out of the query.</summary>
    public IReadOnlyList<QueryNote> Notes => _notes;

    /// <summary>The clause of a tree; every document where nothing in it can be looked up.</summary>
    public Clause Compile(QueryNode root) => Compile(root, binding.Words) ?? Sets.Everything;

    /// <summary>What reorders the best hits of a query; null where they are in the order of a number, where it has not several bare words, or where
    /// the binding asks for nothing.</summary>
    public Rescorer? Rescorer(IndexQuery query)
    {
        if (query.Sort is not null || binding.Scoring.Rescoring is not { } weights || binding.Words.StemList is not { } stemList) return null;
        RescoredWord[] words =
        [
            .. BareSlots(query.Root).DistinctBy(slot => slot.Term)
                .Select(slot => new RescoredWord(TermBytes.Exact(slot.Term), _statistics.Weight(Stems(slot, stemList))))
                .OrderByDescending(word => word.Weight)
                .Take(WordPlaces.MaxWords),
        ];
        if (words.Length < 2) return null;
        var texts = binding.Words.ExactLists.Select(_statistics.NumberOfList).Select(list => new RescoredText(
            list, _statistics.TextsOf(list)[0], _statistics.Scorer(list, weight: 1), IsRead: snapshot.Schema.Lists[list].Texts.Contains(weights.Text)));
        return new Rescorer(words, [.. texts], weights);
    }

    /// <summary>The tokens of all words without a field that a match may have, each word's own.</summary>
    private static IEnumerable<QuerySlot> BareSlots(QueryNode node) => node switch
    {
        AndNode and => and.Children.SelectMany(BareSlots),
        OrNode or => or.Children.SelectMany(BareSlots),
        PlainWord word => QuerySlots.Of(word),
        _ => [],
    };

    private Clause? Compile(QueryNode node, FieldBinding field)
    {
        cancellation.ThrowIfCancellationRequested();
        return node switch
        {
            AllNode => Sets.Everything,
            AndNode and => Conjunction([.. Once(and.Children).Select(child => (child, Compile(child is NotNode not ? not.Child : child, field)))]),
            OrNode or => Any(Once(or.Children), field),
            NotNode not => Compile(not.Child, field) is { } excluded ? new ExceptClause(Sets.Everything, excluded) : null,
            FieldNode inside => Compile(inside.Child, binding.Fields[inside.Field]),
            PeriodNode period => Sets.Period(snapshot.Schema, binding.Fields[period.Field], period.From, period.To),
            NoValueNode => field.Role == FieldRole.Text ? null : Sets.WithoutValue(snapshot, values, field, cancellation),
            RangeWord range when field.Role != FieldRole.Text => Sets.Range(snapshot, values, field.Keyword!, range, cancellation),
            WordNode word => field.Role == FieldRole.Text ? Word(word, field) : Values(field, [word], word.Span),
            PhraseNode phrase => field.Role == FieldRole.Text ? Phrase(QuerySlots.Of(phrase), phrase.Slop, phrase.Span, field) : Values(field, phrase.Words, phrase.Span),
            _ => throw new System.Diagnostics.UnreachableException(node.GetType().Name),
        };
    }

    /// <summary>What was typed twice counts, and costs, once.</summary>
    private static IEnumerable<QueryNode> Once(IEnumerable<QueryNode> nodes) =>
        nodes.DistinctBy(node => node is PlainWord word && QuerySlots.Of(word) is [var slot] ? slot.Word : QueryPrinter.Print(node), StringComparer.Ordinal);

    /// <summary>Alternatives. A word of several tokens selects as a phrase; what it scores are its tokens, each as a word, so that those
    /// documents are ranked by them, too, that have only some.</summary>
    private Clause? Any(IEnumerable<QueryNode> nodes, FieldBinding field)
    {
        List<Clause> children = [];
        Dictionary<string, QuerySlot> tokens = new(StringComparer.Ordinal);
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            IReadOnlyList<QuerySlot> slots = node is PlainWord plain && field.StemList is not null ? QuerySlots.Of(plain) : [];
            foreach (var slot in slots.Count > 1 ? slots : []) tokens[slot.Word] = slot;
            if (slots is [var only]) words.Add(only.Word);
            var child = slots.Count > 1 ? Phrase(slots, slop: null, node.Span, field, isScored: false) : Compile(node, field);
            if (child is not null) children.Add(child);
        }

        Clause[] boosts = [.. tokens.Values.Where(slot => !words.Contains(slot.Word)).Select(slot => Stemmed(slot.Word, slot, field.StemList!))];
        return boosts.Length == 0 ? Disjunction([.. children]) : new OrClause(children, boosts);
    }

    private static Clause? Conjunction(List<(QueryNode Node, Clause? Clause)> children)
    {
        Clause[] included = [.. children.Where(child => child is { Node: not NotNode, Clause: not null }).Select(child => child.Clause!)];
        Clause[] excluded = [.. children.Where(child => child is { Node: NotNode, Clause: not null }).Select(child => child.Clause!)];
        if (included.Length + excluded.Length == 0) return null;
        var all = included.Length switch
        {
            0 => Sets.Everything,
            1 => included[0],
            _ => new AndClause(included),
        };
        return excluded.Length == 0 ? all : new ExceptClause(all, Disjunction(excluded)!);
    }

    private static Clause? Disjunction(Clause[] children) => children.Length switch
    {
        0 => null,
        1 => children[0],
        _ => new OrClause(children),
    };

    private Clause? Word(WordNode word, FieldBinding field)
    {
        if (QuerySlots.Of(word) is not [var slot]) return Phrase(QuerySlots.Of(word), null, word.Span, field);
        if (slot.Pattern is not null) return Pattern(word.Text, slot, field);
        if (field.StemList is null) return Phrase([slot], null, word.Span, field);
        return Stemmed(word.Text, slot, field.StemList);
    }

    private TermsClause Stemmed(string label, QuerySlot slot, string stemList)
    {
        var (list, stems) = (_statistics.NumberOfList(stemList), Stems(slot, stemList));
        return new TermsClause(label, stems, _statistics.TextsOf(list), _statistics.Scorer(list, _statistics.Weight(stems)));
    }

    /// <summary>The stems of a token in all languages present.</summary>
    private WordTerms Stems(QuerySlot slot, string stemList) => _statistics.Stems(_statistics.NumberOfList(stemList), slot.Word, slot.Term);

    private SetClause Pattern(string label, QuerySlot slot, FieldBinding field)
    {
        int[] lists = [.. field.ExactLists.Select(_statistics.NumberOfList)];
        return new SetClause(
            segment => lists.Aggregate(new DocSet(segment.DocCount), (set, list) => Statistics.Union(segment.Lists[list], slot, set, cancellation)),
            PatternScore,
            label);
    }

    private Clause? Phrase(IReadOnlyList<QuerySlot> slots, int? slop, QuerySpan span, FieldBinding field, bool isScored = true)
    {
        if (slots.Count == 0) return Nothing(span);
        if (slots is [{ Pattern: null } word]) return Disjunction([.. field.ExactLists.Select(_statistics.NumberOfList).Select(list => Exact(list, word, isScored))]);
        var lists = field.ExactLists.Select(_statistics.NumberOfList).Select(list => (Number: list, Postings: slots.Select(slot => PostingsCount(list, slot)).ToList())).ToList();
        var read = lists.Sum(list => slots.Zip(list.Postings).Sum(slot => slot.First.Pattern is null ? 0 : slot.Second));
        if (_patternPostings + read > MostPatternPostings)
        {
            _notes.Add(new QueryNote("The * ? or ~ in this phrase stands for too many words, so the phrase was left out. With more letters it can be looked up.", span.Start, span.End));
            return null;
        }

        _patternPostings += read;
        return Disjunction([.. lists.Select(list => Phrase(list.Number, slots, slop, list.Postings, isScored))]);
    }

    private PhraseClause Phrase(int list, IReadOnlyList<QuerySlot> slots, int? slop, List<long> postings, bool isScored) =>
        new(list, slots, slop, _statistics.TextsOf(list)[0], _statistics.Scorer(list, isScored ? slots.Zip(postings).Sum(slot => Weight(list, slot.First, slot.Second)) : 0), _patternsRead, cancellation);

    private TermsClause Exact(int list, QuerySlot slot, bool isScored)
    {
        var word = Find(list, slot);
        return new TermsClause(slot.Word, word, [_statistics.TextsOf(list)[0]], _statistics.Scorer(list, isScored ? _statistics.Weight(word) : 0));
    }

    /// <summary>What a word of a phrase weighs; all that a pattern stands for counts as one word, by its idf.</summary>
    private float Weight(int list, QuerySlot slot, long postings) => slot.Pattern is null ? _statistics.Weight(Find(list, slot)) : _statistics.Idf(postings);

    private WordTerms Find(int list, QuerySlot slot) => WordTerms.Of(_statistics.Find(list, TermBytes.Exact(slot.Term)));

    private long PostingsCount(int list, QuerySlot slot)
    {
        if (slot.Pattern?.ToString() is not { } pattern) return _statistics.PostingsCount(list, slot);
        if (!_postings.TryGetValue((list, pattern), out var count)) _postings[(list, pattern)] = count = _statistics.PostingsCount(list, slot);
        return count;
    }

    private SetClause? Values(FieldBinding field, IReadOnlyList<WordNode> words, QuerySpan span)
    {
        if (field.Role == FieldRole.Code) return Sets.Values(snapshot, values, field.Keyword!, global => global.Where(ValueWords.Equal(words), cancellation), cancellation);
        QuerySlot[] slots = [.. words.SelectMany(QuerySlots.Of)];
        if (slots.Length == 0) return Nothing(span);
        if (!_finders.TryGetValue(field.Keyword!, out var finder)) _finders[field.Keyword!] = finder = new ValueFinder(cancellation);
        return Sets.Values(snapshot, values, field.Keyword!, global => finder.Find(global, slots), cancellation);
    }

    private SetClause? Nothing(QuerySpan span)
    {
        _notes.Add(new QueryNote("There is no letter or digit to look for here; it was left out.", span.Start, span.End));
        return null;
    }
}
