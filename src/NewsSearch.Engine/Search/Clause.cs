using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Search;

/// <summary>A query bound to a snapshot: analysed, weighed, ready to open on each segment. Immutable, thread-safe.</summary>
internal abstract class Clause
{
    /// <summary>A cursor before the first match, or null where the segment has none.</summary>
    public abstract DocCursor? Open(SegmentReader segment);

    /// <summary>How many documents of a segment match, where that is known without visiting them; else null.</summary>
    public virtual int? KnownCount(SegmentReader segment) => null;

    /// <summary>The same clause for one segment alone: sets are made there once, however often it is opened.</summary>
    public virtual Clause On(SegmentReader segment) => this;

    /// <summary>What it adds to the score of a document, part by part; nothing where the document does not match.</summary>
    public IEnumerable<ScorePart> Explain(SegmentReader segment, IndexSchema schema, DocId doc) =>
        Open(segment) is { } cursor && cursor.ScoreAt(doc) is not null ? Parts(cursor, segment, schema) : [];

    /// <summary>The parts of the score of the document at which a cursor of this clause stands.</summary>
    protected virtual IEnumerable<ScorePart> Parts(DocCursor cursor, SegmentReader segment, IndexSchema schema) => [];

    /// <summary>The only part: one word or phrase.</summary>
    protected static ScorePart[] OnePart(ScorePartKind kind, string label, DocCursor cursor, IEnumerable<string> texts, long docs)
    {
        var fields = texts.Select((text, source) => new FieldFrequency(text, cursor.Frequency(source))).Where(field => field.Frequency > 0);
        return [new ScorePart(kind, label, [.. fields], docs, cursor.Score())];
    }
}

/// <summary>A set of documents, each with the same score: filters, values, patterns, everything.</summary>
internal sealed class SetClause(Func<SegmentReader, DocSet> set, float score, string label = "") : Clause
{
    public override DocCursor? Open(SegmentReader segment) => new SetCursor(set(segment), score);

    public override Clause On(SegmentReader segment)
    {
        var made = new Lazy<DocSet>(() => set(segment));
        return new SetClause(_ => made.Value, score, label);
    }

    protected override IEnumerable<ScorePart> Parts(DocCursor cursor, SegmentReader segment, IndexSchema schema) => OnePart(ScorePartKind.Pattern, label, cursor, [], 0);
}

/// <summary>One word in its written forms.</summary>
internal sealed class TermsClause(string label, WordTerms word, IReadOnlyList<int> texts, Bm25 bm25) : Clause
{
    public override DocCursor? Open(SegmentReader segment)
    {
        var forms = word.Open(segment);
        return forms.Length == 0 ? null : new TermsCursor(forms, bm25, [.. texts.Select(text => segment.Lengths[text])], word.AreApart);
    }

    public override int? KnownCount(SegmentReader segment) => word.AreApart ? word.Terms.Sum(term => term.DocsIn(segment)) : null;

    protected override IEnumerable<ScorePart> Parts(DocCursor cursor, SegmentReader segment, IndexSchema schema) =>
        OnePart(ScorePartKind.Word, label, cursor, texts.Select(text => schema.Texts[text].Name), word.Docs);
}

/// <summary>A phrase, or words near each other, in one text.</summary>
internal sealed class PhraseClause(int list, IReadOnlyList<QuerySlot> words, int? slop, int text, Bm25 bm25, PatternsRead patterns, CancellationToken cancellation) : Clause
{
    public override DocCursor? Open(SegmentReader segment)
    {
        var lengths = segment.Lengths[text];
        if (slop is { } others)
        {
            PhraseSlot[] near = [.. Enumerable.Range(0, words.Count).DistinctBy(i => Name(words[i]), StringComparer.Ordinal).Select(i => Slot(segment, i))];
            return Array.Exists(near, slot => slot.Cost == 0) ? null : new PhraseCursor(near, [.. near.Select(slot => words.Count(word => Name(word) == slot.Word))], others, bm25, lengths, cancellation);
        }

        if (OnlyPair(segment) is { } pair)
            return pair.DocCount == 0 ? null : new TermsCursor([segment.Lists[list].Pairs!.Postings.Open(pair)], bm25, [lengths]);
        TermEntry?[] pairs = [.. Enumerable.Range(0, words.Count).Select(i => Pair(segment, i))];
        List<PhraseSlot> slots = [];
        for (var i = 0; i < words.Count; i++)
        {
            // A pair stands for two words; behind an odd word out, the pair with the word before it reads less than the word itself.
            var at = pairs[i] is not null ? i : i > 0 && pairs[i - 1] is not null ? i - 1 : -1;
            slots.Add(at >= 0 ? PairSlot(segment, at, pairs[at]!.Value) : Slot(segment, i));
            if (at == i) i++;
        }

        return slots.Exists(slot => slot.Cost == 0) ? null : new PhraseCursor([.. slots], null, null, bm25, lengths, cancellation);
    }

    public override int? KnownCount(SegmentReader segment) => OnlyPair(segment)?.DocCount;

    protected override IEnumerable<ScorePart> Parts(DocCursor cursor, SegmentReader segment, IndexSchema schema) =>
        OnePart(ScorePartKind.Phrase, string.Join(' ', words.Select(word => word.Pattern?.ToString() ?? word.Word)), cursor, [schema.Texts[text].Name], 0);

    private TermEntry? OnlyPair(SegmentReader segment) => words.Count == 2 ? Pair(segment, 0) : null;

    /// <summary>The list of the words i and i + 1 side by side; null where there is none.</summary>
    private TermEntry? Pair(SegmentReader segment, int i)
    {
        if (slop is not null || i + 1 >= words.Count || words[i].Pattern is not null || words[i + 1].Pattern is not null) return null;
        return segment.Lists[list].Pairs?.TryFind(TermBytes.Exact(words[i].Term), TermBytes.Exact(words[i + 1].Term), out var entry) == true ? entry : null;
    }

    private PhraseSlot PairSlot(SegmentReader segment, int i, TermEntry pair) =>
        new($"{words[i].Term} {words[i + 1].Term}", i, pair.DocCount == 0 ? null : segment.Lists[list].Pairs!.Postings.Open(pair));

    private PhraseSlot Slot(SegmentReader segment, int i)
    {
        var (name, index) = (Name(words[i]), segment.Lists[list]);
        return words[i].Pattern is null ? new PhraseSlot(name, i, index.Open(TermBytes.Exact(name))) : patterns.Of(index, words[i]).Slot(name, i, index);
    }

    /// <summary>Equal for equal slots.</summary>
    private static string Name(QuerySlot slot) => slot.Pattern?.ToString() ?? slot.Term;
}

/// <summary>All of them.</summary>
internal sealed class AndClause(IReadOnlyList<Clause> children) : Clause
{
    public override DocCursor? Open(SegmentReader segment)
    {
        var cursors = new List<DocCursor>();
        foreach (var child in children)
        {
            if (child.Open(segment) is not { } cursor) return null;
            cursors.Add(cursor);
        }

        return new ConjunctionCursor(cursors);
    }

    public override Clause On(SegmentReader segment) => new AndClause([.. children.Select(child => child.On(segment))]);

    protected override IEnumerable<ScorePart> Parts(DocCursor cursor, SegmentReader segment, IndexSchema schema) => children.SelectMany(child => child.Explain(segment, schema, cursor.Doc));
}

/// <summary>Any of them.</summary>
/// <param name="children">What a match has at least one of.</param>
/// <param name="boosts">What else scores a match, and selects nothing.</param>
internal sealed class OrClause(IReadOnlyList<Clause> children, IReadOnlyList<Clause>? boosts = null) : Clause
{
    private readonly IReadOnlyList<Clause> _boosts = boosts ?? [];

    public override DocCursor? Open(SegmentReader segment)
    {
        DocCursor[] cursors = Open(children), scoring = Open(_boosts);
        return (cursors.Length, scoring.Length) switch
        {
            (0, _) => null,
            (1, 0) => cursors[0],
            _ => new DisjunctionCursor(cursors, scoring),
        };

        DocCursor[] Open(IReadOnlyList<Clause> clauses) => [.. clauses.Select(clause => clause.Open(segment)).OfType<DocCursor>()];
    }

    public override Clause On(SegmentReader segment) => new OrClause([.. children.Select(child => child.On(segment))], _boosts);

    protected override IEnumerable<ScorePart> Parts(DocCursor cursor, SegmentReader segment, IndexSchema schema) => children.Concat(_boosts).SelectMany(child => child.Explain(segment, schema, cursor.Doc));
}

/// <summary>One clause without the matches of another.</summary>
internal sealed class ExceptClause(Clause included, Clause excluded) : Clause
{
    public override DocCursor? Open(SegmentReader segment)
    {
        var cursor = included.Open(segment);
        return cursor is null || excluded.Open(segment) is not { } without ? cursor : new ExclusionCursor(cursor, without);
    }

    protected override IEnumerable<ScorePart> Parts(DocCursor cursor, SegmentReader segment, IndexSchema schema) => included.Explain(segment, schema, cursor.Doc);

    public override Clause On(SegmentReader segment) => new ExceptClause(included.On(segment), excluded.On(segment));
}
