using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Search;

/// <summary>Query tree -> clause over one snapshot: analyses the words, looks up statistics, binds fields.</summary>
internal sealed class QueryCompiler(Snapshot snapshot, QueryBinding binding, ValueRegistry values, CancellationToken cancellation)
{
    // Patterns and filters are found or not: they rank nothing, but a hit by pattern stands before a hit by filter alone.
    private const float PatternScore = 1f;

    private readonly Statistics _statistics = new(snapshot, binding);
    private readonly List<QueryNote> _notes = [];

    /// <summary>What the analysis left out of the query.</summary>
    public IReadOnlyList<QueryNote> Notes => _notes;

    /// <summary>The clause of a tree; every document where nothing in it can be looked up.</summary>
    public Clause Compile(QueryNode root) => Compile(root, binding.Words) ?? Sets.Everything;

    private Clause? Compile(QueryNode node, FieldBinding field)
    {
        cancellation.ThrowIfCancellationRequested();
        return node switch
        {
            AllNode => Sets.Everything,
            AndNode and => Conjunction([.. and.Children.Select(child => (child, Compile(child is NotNode not ? not.Child : child, field)))]),
            OrNode or => Disjunction([.. or.Children.Select(child => Compile(child, field)).OfType<Clause>()]),
            NotNode not => Compile(not.Child, field) is { } excluded ? new ExceptClause(Sets.Everything, excluded) : null,
            FieldNode inside => Compile(inside.Child, binding.Fields[inside.Field]),
            PeriodNode period => Sets.Period(snapshot.Schema, binding.Fields[period.Field], period.From, period.To),
            WordNode word => field.Role == FieldRole.Text ? Word(word, field) : Values(field, [word]),
            PhraseNode phrase => field.Role == FieldRole.Text ? Phrase(phrase.Words, phrase.Slop, phrase.Span, field) : Values(field, phrase.Words),
            _ => throw new System.Diagnostics.UnreachableException(node.GetType().Name),
        };
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
        if (word is WildcardWord or FuzzyWord)
        {
            TermMatcher[] matchers = [.. QueryWords.Matchers(word)];
            return matchers.Length == 1 ? Pattern(matchers[0], field) : Phrase([word], null, word.Span, field);
        }

        var tokens = QueryWords.Tokens(word.Text);
        if (tokens.Count != 1 || field.StemList is null) return Phrase([word], null, word.Span, field);
        var forms = new StemForms();
        var terms = new List<byte[]>();
        foreach (var language in snapshot.Languages)
        {
            forms.Set(tokens[0].Word, tokens[0].Term, language == TermBytes.UnknownLanguage ? "" : language);
            terms.Add(TermBytes.Stem(language, forms.First));
            if (!forms.Second.IsEmpty) terms.Add(TermBytes.Stem(language, forms.Second));
        }

        var list = _statistics.NumberOfList(field.StemList);
        var idf = _statistics.Idf(_statistics.DocumentFrequency(list, terms));
        return new TermsClause(list, terms, _statistics.TextsOf(list), _statistics.Scorer(list, idf));
    }

    private SetClause Pattern(TermMatcher matcher, FieldBinding field)
    {
        int[] lists = [.. field.ExactLists.Select(_statistics.NumberOfList)];
        return new SetClause(
            segment => Statistics.Union(
                lists.SelectMany(list => matcher.Open(segment.Lists[list])), segment, cancellation),
            PatternScore);
    }

    private Clause? Phrase(IReadOnlyList<WordNode> words, int? slop, QuerySpan span, FieldBinding field)
    {
        TermMatcher[] matchers = [.. words.SelectMany(QueryWords.Matchers)];
        if (matchers.Length == 0)
        {
            _notes.Add(new QueryNote("There is no letter or digit to look for here; it was left out.", span.Start, span.End));
            return null;
        }

        return Disjunction([.. field.ExactLists.Select(_statistics.NumberOfList).Select(list => Phrase(list, matchers, slop))]);
    }

    private Clause Phrase(int list, TermMatcher[] matchers, int? slop)
    {
        var idf = matchers.Sum(matcher => _statistics.Idf(_statistics.DocumentFrequency(list, matcher)));
        var scorer = _statistics.Scorer(list, idf);
        var text = _statistics.TextsOf(list)[0];
        return matchers is [{ Term: { } term }]
            ? new TermsClause(list, [TermBytes.Exact(term)], [text], scorer)
            : new PhraseClause(list, matchers, slop, text, scorer);
    }

    private SetClause Values(FieldBinding field, IReadOnlyList<WordNode> words)
    {
        var accepts = field.Role == FieldRole.Code ? ValueWords.Equal(words) : ValueWords.Contain(words);
        return Sets.Values(snapshot, values, field.Keyword!, accepts);
    }
}
