using NewsSearch.Engine.Highlighting;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;

namespace NewsSearch.Engine.Tests.Highlighting;

/// <summary>The definition of marks: evaluates the tree over the tokens of all texts of a document.</summary>
/// <remarks>A node gives the characters that it marks, or null where it does not hold; what asks for nothing is left out before.</remarks>
internal sealed class NaiveHighlighter
{
    private readonly DocumentTexts _document;
    private readonly QuerySyntax _syntax;

    /// <summary>Text or part of one -> its tokens.</summary>
    private readonly List<(string Field, bool IsPart, List<Token> Tokens)> _stretches = [];

    private sealed record Token(int Text, int Position, int Start, int End, string Term, IReadOnlyList<string> Stems);

    public NaiveHighlighter(DocumentTexts document, QuerySyntax syntax)
    {
        (_document, _syntax) = (document, syntax);
        for (var i = 0; i < document.Texts.Count; i++)
        {
            var tokens = Tokens(i);
            _stretches.Add((document.Texts[i].Field, false, tokens));
            foreach (var (field, places) in document.Texts[i].Parts)
            {
                foreach (var place in places)
                    _stretches.Add((field, true, tokens.FindAll(token => place.Start <= token.Start && token.End <= place.End)));
            }
        }
    }

    /// <summary>Marked characters as (text, place).</summary>
    public HashSet<(int Text, int At)> Marked(QueryNode query) => Of(query, null) ?? [];

    private HashSet<(int Text, int At)>? Of(QueryNode node, string? field) => node switch
    {
        AndNode and => and.Children.Where(child => Asks(child, field)).Select(child => Of(child, field)).ToList() is var parts && parts.Contains(null) ? null : Union(parts),
        OrNode or => or.Children.Where(child => Asks(child, field)).Select(child => Of(child, field)).ToList() is var parts && parts.Count > 0 && parts.TrueForAll(part => part is null) ? null : Union(parts),
        NotNode not => !Asks(not.Child, field) || Of(not.Child, field) is null ? [] : null,
        FieldNode inner => Of(inner.Child, inner.Field),
        PeriodNode period => IsInside(period) ? [] : null,
        PhraseNode phrase when IsText(field) => Phrase(field, QuerySlots.Of(phrase), phrase.Slop, isBare: false),
        WordNode word when IsText(field) => Phrase(field, QuerySlots.Of(word), null, isBare: true),
        PhraseNode phrase => HasValue(field!, phrase.Words) ? [] : null,
        WordNode word => HasValue(field!, [word]) ? [] : null,
        _ => [],
    };

    private bool Asks(QueryNode node, string? field) => node switch
    {
        AndNode and => and.Children.Any(child => Asks(child, field)),
        OrNode or => or.Children.Any(child => Asks(child, field)),
        NotNode not => Asks(not.Child, field),
        FieldNode inner => Asks(inner.Child, inner.Field),
        PhraseNode phrase => QuerySlots.Of(phrase).Count > 0 || (field is not null && _syntax.Fields[field] == FieldRole.Code),
        WordNode word => QuerySlots.Of(word).Count > 0 || (field is not null && _syntax.Fields[field] == FieldRole.Code),
        _ => true,
    };

    private bool IsText(string? field) => field is null || _syntax.Fields[field] == FieldRole.Text;

    private bool IsInside(PeriodNode period) => _document.Period(period.Field) is var (first, last)
        && (period.From is null || first >= PeriodBound.FirstDay(period.From)) && (period.To is null || last <= PeriodBound.LastDay(period.To));

    private bool HasValue(string field, IReadOnlyList<WordNode> words)
    {
        var accepts = _syntax.Fields[field] == FieldRole.Code ? ValueWords.Equal(words) : ValueWords.Contain([.. words.SelectMany(QuerySlots.Of)]);
        return !Asks(new PhraseNode(words, null, default), field) || (_document.Values(field)?.Any(accepts) ?? true);
    }

    private HashSet<(int Text, int At)>? Phrase(string? field, IReadOnlyList<QuerySlot> slots, int? slop, bool isBare)
    {
        if (slots.Count == 0) return [];
        HashSet<(int, int)> marked = [];
        foreach (var (_, _, tokens) in _stretches.Where(stretch => field is null ? !stretch.IsPart : stretch.Field == field))
        {
            foreach (var (first, last) in Places(tokens, slots, slop, isBare && slots.Count == 1))
            {
                var window = tokens.FindAll(token => token.Position >= first && token.Position <= last);
                if (slop is null || slots.Count == 1) Add(window[0].Text, window[0].Start, window[^1].End);
                else window.Where(token => slots.Any(slot => Takes(slot, token, false))).ToList().ForEach(token => Add(token.Text, token.Start, token.End));
            }
        }

        return marked.Count > 0 ? marked : null;

        void Add(int text, int start, int end) => marked.UnionWith(Enumerable.Range(start, end - start).Select(at => (text, at)));
    }

    /// <summary>First and last position of each match: adjacent and in order, or of each smallest window that holds all.</summary>
    private List<(int First, int Last)> Places(List<Token> tokens, IReadOnlyList<QuerySlot> slots, int? slop, bool isInflected)
    {
        var at = tokens.ToDictionary(token => token.Position);
        if (slop is null || slots.Count == 1)
        {
            return [.. at.Keys.Where(first => Enumerable.Range(0, slots.Count).All(i => at.TryGetValue(first + i, out var token) && Takes(slots[i], token, isInflected)))
                .Select(first => (first, first + slots.Count - 1))];
        }

        var holding = at.Keys.SelectMany(first => at.Keys.Where(last => last >= first && last - first < slots.Count + slop && Holds(first, last)).Select(last => (first, last))).ToList();
        return holding.FindAll(window => !holding.Exists(other => other != window && other.first >= window.first && other.last <= window.last));

        bool Holds(int first, int last) => slots.GroupBy(slot => slot.Pattern?.ToString() ?? slot.Term)
            .All(same => at.Values.Count(token => token.Position >= first && token.Position <= last && Takes(same.First(), token, false)) >= same.Count());
    }

    private bool Takes(QuerySlot slot, Token token, bool isInflected) =>
        slot.Pattern is not null ? slot.Pattern.Matches(token.Term)
        : isInflected ? NaiveDocument.Stems(slot.Word, slot.Term, _document.Language).Intersect(token.Stems).Any()
        : slot.Term == token.Term;

    private List<Token> Tokens(int text)
    {
        List<Token> tokens = [];
        var tokenizer = new Engine.Analysis.Tokenizer();
        tokenizer.Reset(_document.Texts[text].Text.AsMemory());
        while (tokenizer.Next())
        {
            var (word, term) = (tokenizer.Word.ToString(), tokenizer.Term.ToString());
            tokens.Add(new Token(text, tokenizer.Position, tokenizer.Start, tokenizer.End, term, NaiveDocument.Stems(word, term, _document.Language)));
        }

        return tokens;
    }

    private static HashSet<(int, int)> Union(IEnumerable<HashSet<(int, int)>?> parts) => [.. parts.SelectMany(part => part ?? [])];
}
