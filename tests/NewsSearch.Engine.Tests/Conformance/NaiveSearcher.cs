using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>The oracle: reads every token of every document for every query and scores by the textbook.</summary>
/// <param name="schema">Names of texts and lists.</param>
/// <param name="binding">What fields of the query mean.</param>
/// <param name="values">What is shown for keyword values.</param>
/// <param name="documents">In the order of the index; deleted ones, not yet merged away, count in statistics alone.</param>
internal sealed class NaiveSearcher(IndexSchema schema, QueryBinding binding, ValueMap values, IReadOnlyList<(NaiveDocument Document, bool IsDeleted)> documents)
{
    private readonly Dictionary<string, double> _averageLengths = schema.Texts.ToDictionary(text => text.Name, text => AverageLength(documents, text.Name));

    /// <summary>The score of a document, null where it does not match.</summary>
    private delegate double? Match(NaiveDocument document);

    public NaiveAnswer Search(IndexQuery query)
    {
        var match = Compile(query.Root, binding.Words) ?? (_ => 0);
        var matches = new List<NaiveHit>();
        for (var doc = 0; doc < documents.Count; doc++)
        {
            if (!documents[doc].IsDeleted && match(documents[doc].Document) is { } score) matches.Add(new NaiveHit(doc, documents[doc].Document, score));
        }

        var hits = matches.Where(hit => query.Filters.All(filter => Passes(hit.Document, filter)));
        var ordered = hits.OrderByDescending(hit => query.Sort is null ? hit.Score : SortKey(hit.Document, query.Sort)).ThenBy(hit => hit.Doc);
        List<NaiveHit> list = [.. ordered];
        if (query.Sort is null) NaiveRescoring.Apply(list, query.Root, binding, this);
        return new NaiveAnswer(list, query.Facets.ToDictionary(facet => facet.Field, facet => Count(matches, query, facet)));
    }

    public static double SortKey(NaiveDocument document, NumberSort sort) =>
        document.Number(sort.Field) is { } value ? sort.IsDescending ? value : -(double)value : double.NegativeInfinity;

    public HashSet<string> Shown(NaiveDocument document, string field) =>
        [.. document.Values(field).Select(value => values.Shown(field, value)).OfType<string>()];

    private bool Passes(NaiveDocument document, KeywordFilter filter)
    {
        var shown = Shown(document, filter.Field);
        return (filter.Include.Count == 0 || filter.Include.Any(Has)) && !filter.Exclude.Any(Has);

        bool Has(string? value) => value is null ? shown.Count == 0 : shown.Contains(value);
    }

    private List<FacetCount> Count(List<NaiveHit> matches, IndexQuery query, FacetRequest facet)
    {
        var others = query.Filters.Where(filter => filter.Field != facet.Field).ToList();
        var shown = matches.Where(hit => others.TrueForAll(filter => Passes(hit.Document, filter))).Select(hit => Shown(hit.Document, facet.Field)).ToList();
        var counts = shown.SelectMany(value => value).GroupBy(value => value).Select(value => new FacetCount(value.Key, value.Count()));
        var listed = Ordered(counts.Where(count => facet.Where is null || facet.Where(count.Value!))).Take(facet.Size).ToList();
        var always = facet.Always.OfType<string>().Distinct().Where(value => !listed.Exists(count => count.Value == value));
        var result = Ordered(listed.Concat(always.Select(value => new FacetCount(value, shown.Count(set => set.Contains(value)))))).ToList();
        var none = shown.Count(set => set.Count == 0);
        if (none > 0 || facet.Always.Contains(null)) result.Add(new FacetCount(null, none));
        return result;

        IEnumerable<FacetCount> Ordered(IEnumerable<FacetCount> counts) => facet.Order == FacetOrder.NameDescending
            ? counts.OrderByDescending(count => count.Value, StringComparer.Ordinal)
            : counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal);
    }

    /// <summary>Null where there is nothing to look for.</summary>
    private Match? Compile(QueryNode node, FieldBinding field) => node switch
    {
        AllNode => _ => 0,
        AndNode and => Combine(and.Children, field, (scores, all) => scores.Count == all),
        OrNode or => Any(or.Children, field),
        NotNode not => Compile(not.Child, field) is { } excluded ? document => excluded(document) is null ? 0 : null : null,
        FieldNode inside => Compile(inside.Child, binding.Fields[inside.Field]),
        NoValueNode => document => HasNoValue(document, field) ? 0 : null,
        PeriodNode period => document => IsInside(document, period) ? 0 : null,
        PhraseNode phrase when field.Role == FieldRole.Text => Phrase(phrase.Words, phrase.Slop, field),
        PhraseNode phrase => Value(phrase.Words, field),
        WordNode word when field.Role == FieldRole.Text => Word(word, field),
        RangeWord range => Value(field, value => IsInside(value, range.From, range.IncludesFrom, range.To, range.IncludesTo)),
        WordNode word => Value([word], field),
        _ => throw new ArgumentException(node.ToString(), nameof(node)),
    };

    private Match? Combine(IEnumerable<QueryNode> nodes, FieldBinding field, Func<List<double>, int, bool> isMatch)
    {
        var children = Once(nodes).Select(node => Compile(node, field)).OfType<Match>().ToList();
        if (children.Count == 0) return null;
        return document =>
        {
            var scores = children.Select(child => child(document)).OfType<double>().ToList();
            return isMatch(scores, children.Count) ? scores.Sum() : null;
        };
    }

    /// <summary>What is typed twice counts once.</summary>
    private static IEnumerable<QueryNode> Once(IEnumerable<QueryNode> nodes) =>
        nodes.DistinctBy(node => node is PlainWord word && NaiveDocument.Analyse(word.Text).ToList() is [var token] ? token.Word : QueryPrinter.Print(node));

    /// <summary>A word of several tokens is found as a phrase and scored as its tokens, which score every other match, too.</summary>
    private Match? Any(IReadOnlyList<QueryNode> nodes, FieldBinding field)
    {
        var split = nodes.OfType<PlainWord>().Where(word => field.StemList is not null && NaiveDocument.Analyse(word.Text).Count() > 1).ToList();
        if (split.Count == 0) return Combine(nodes, field, (scores, _) => scores.Count > 0);
        var words = nodes.OfType<PlainWord>().Except(split).SelectMany(word => NaiveDocument.Analyse(word.Text)).Select(token => token.Word).ToHashSet();
        var tokens = split.SelectMany(word => NaiveDocument.Analyse(word.Text)).Select(token => token.Word).Distinct().Where(word => !words.Contains(word));
        var found = Combine(nodes, field, (scores, _) => scores.Count > 0)!;
        var scored = Combine(nodes.Except(split), field, (scores, _) => scores.Count > 0);
        var parts = tokens.Select(token => Compile(new PlainWord(token, default), field)!).ToList();
        return document => found(document) is null ? null : (scored?.Invoke(document) ?? 0) + parts.Sum(part => part(document) ?? 0);
    }

    private Match? Word(WordNode word, FieldBinding field)
    {
        var slots = Slots(word);
        if (word is not PlainWord && slots.Count == 1)
            return document => field.ExactLists.Any(list => TextsOf(list).Any(text => document.Tokens(text).Any(token => slots[0].Accepts(token.Term)))) ? 1 : null;
        if (slots.Count != 1 || field.StemList is null) return Phrase([word], null, field);
        var (form, term) = NaiveDocument.Analyse(word.Text).Single();
        var texts = TextsOf(field.StemList);
        var weight = Weight(form, term, texts);
        return document => Score(document, texts, weight, text => Frequency(document, text, form, term));
    }

    /// <summary>What a word weighs by how many documents have it in any inflection, and how often they have each of its stems.</summary>
    public double Weight(string word, string term, IReadOnlyList<string> texts)
    {
        var frequencies = documents.Select(document => texts.Sum(text => Frequency(document.Document, text, word, term))).ToList();
        var stems = documents.Sum(document => NaiveDocument.Stems(word, term, document.Document.Language).Count(stem => texts.Any(text => document.Document.Tokens(text).Any(token => token.Stems.Contains(stem)))));
        return Weight(frequencies.Count(frequency => frequency > 0), frequencies.Sum(), stems);
    }

    private double Weight(int documentFrequency, int occurrences, int postings) =>
        Idf(documentFrequency) * Math.Pow(postings == 0 ? 1 : (double)occurrences / postings, binding.Scoring.RepetitionPower);

    private static int Frequency(NaiveDocument document, string text, string word, string term)
    {
        var stems = NaiveDocument.Stems(word, term, document.Language);
        return document.Tokens(text).Sum(token => token.Stems.Count(stems.Contains));
    }

    private Match? Phrase(IReadOnlyList<WordNode> words, int? slop, FieldBinding field)
    {
        var slots = words.SelectMany(Slots).ToList();
        if (slots.Count == 0) return null;
        var lists = field.ExactLists.Select(list => (Text: TextsOf(list).Single(), Weight: slots.Sum(slot => SlotWeight(slot, TextsOf(list).Single())))).ToList();
        return document =>
        {
            var scores = lists.Select(list => Score(document, [list.Text], list.Weight, text => NaivePhrase.Count(document.Tokens(text), slots, slop))).OfType<double>().ToList();
            return scores.Count > 0 ? scores.Sum() : null;
        };
    }

    /// <summary>A pattern by the document frequencies of the accepted terms, added up, no more than there are documents.</summary>
    private double SlotWeight(NaiveSlot slot, string text)
    {
        var postings = documents.Sum(document => document.Document.Tokens(text).Select(token => token.Term).Distinct().Count(slot.Accepts));
        var occurrences = documents.Sum(document => document.Document.Tokens(text).Count(token => slot.Accepts(token.Term)));
        return slot.IsPattern ? Idf(Math.Min(documents.Count, postings)) : Weight(postings, occurrences, postings);
    }

    /// <summary>BM25F: weight · tf / (k1 + tf), tf = Σ weight · frequency / (1 - b + b · length / average).</summary>
    private double? Score(NaiveDocument document, IEnumerable<string> texts, double weight, Func<string, int> frequency)
    {
        var tf = texts.Sum(text => frequency(text) * TextWeight(document, text));
        return tf > 0 ? weight * tf / (binding.Scoring.Saturation + tf) : null;
    }

    /// <summary>What one occurrence counts in a text of this length.</summary>
    public double TextWeight(NaiveDocument document, string text) =>
        binding.TextWeights.GetValueOrDefault(text, 1f) / (1 - 0.75 + (0.75 * Length(document, text) / _averageLengths[text]));

    private double Idf(int documentFrequency) =>
        Math.Log(1 + ((documents.Count - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    private static int Length(NaiveDocument document, string text) => LengthCode.LengthInTokens(LengthCode.Encode(document.Tokens(text).Count));

    private static double AverageLength(IReadOnlyList<(NaiveDocument Document, bool IsDeleted)> documents, string text)
    {
        var tokens = documents.Sum(document => document.Document.Tokens(text).Count);
        return tokens == 0 ? 1 : (double)tokens / documents.Count;
    }

    private Match? Value(IReadOnlyList<WordNode> words, FieldBinding field)
    {
        if (field.Role == FieldRole.Keyword && !words.SelectMany(Slots).Any()) return null;
        return Value(field, Accepts);

        bool Accepts(string value) => field.Role == FieldRole.Code
            ? Folding.Fold(value) == Folding.Fold(string.Join(' ', words.Select(word => word.Text)))
            : NaivePhrase.Occurs([.. NaiveDocument.Analyse(value).Select(token => token.Term)], [.. words.SelectMany(Slots)]);
    }

    private Match Value(FieldBinding field, Func<string, bool> accepts)
    {
        var aliases = values.Fields.GetValueOrDefault(field.Keyword!) ?? new Dictionary<string, string?>();
        return document => Shown(document, field.Keyword!).Any(shown => accepts(shown) || aliases.Any(alias => alias.Value == shown && accepts(alias.Key))) ? 0 : null;
    }

    private bool HasNoValue(NaiveDocument document, FieldBinding field) =>
        field.Role == FieldRole.Period ? document.Number(field.FirstDay!) is null : Shown(document, field.Keyword!).Count == 0;

    private bool IsInside(NaiveDocument document, PeriodNode period) =>
        document.Number(binding.Fields[period.Field].FirstDay!) is { } first && document.Number(binding.Fields[period.Field].LastDay!) is { } last
        && (period.From is null || first >= PeriodBound.FirstDay(period.From)!.Value.DayNumber)
        && (period.To is null || last <= PeriodBound.LastDay(period.To)!.Value.DayNumber);

    public IReadOnlyList<string> TextsOf(string list) => schema.Lists.Single(candidate => candidate.Name == list).Texts;

    private static List<NaiveSlot> Slots(WordNode word) => word switch
    {
        WildcardWord wildcard => [new NaiveSlot(wildcard.ToString(), Accepts(TermPattern.Wildcard(Folding.Fold(wildcard.Text))))],
        RangeWord range => [new NaiveSlot(range.Text, term => IsInside(term, Fold(range.From), range.IncludesFrom, Fold(range.To), range.IncludesTo))],
        FuzzyWord fuzzy => [.. NaiveDocument.Analyse(word.Text).Select(token => new NaiveSlot($"{token.Term}~{fuzzy.Distance}", Accepts(TermPattern.Fuzzy(token.Term, fuzzy.Distance))))],
        _ => [.. NaiveDocument.Analyse(word.Text).Select(token => new NaiveSlot(token.Term, term => term == token.Term, IsPattern: false))],
    };

    private static string? Fold(string? bound) => bound is null ? null : Folding.Fold(bound);

    private static bool IsInside(string term, string? from, bool includesFrom, string? to, bool includesTo)
    {
        var above = from is null ? 1 : Compare(term, from);
        var below = to is null ? -1 : Compare(term, to);
        return (above > 0 || (above == 0 && includesFrom)) && (below < 0 || (below == 0 && includesTo));

        static int Compare(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
    }

    private static Func<string, bool> Accepts(TermPattern pattern) => term => pattern.Matches(term);
}

internal sealed record NaiveHit(int Doc, NaiveDocument Document, double Score);

internal sealed record NaiveAnswer(List<NaiveHit> Hits, Dictionary<string, List<FacetCount>> Facets);
