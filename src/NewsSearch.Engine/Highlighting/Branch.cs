using System.Diagnostics;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Engine.Highlighting;

/// <summary>Query tree -> which rules a document fulfils in branches that hold: those are what is marked.</summary>
/// <remarks>The tree means what it means to the index; a word that asks for nothing is left out of it.</remarks>
internal abstract class Branch
{
    /// <summary>Whether the branch holds for a document; adds its rules to <paramref name="shown"/> if so.</summary>
    /// <param name="met">By rule: whether any text of the document fulfils it.</param>
    /// <param name="document">The document.</param>
    /// <param name="shown">Rules to mark.</param>
    public abstract bool Holds(bool[] met, DocumentTexts document, List<int> shown);

    /// <summary>The branches of a tree over the rules that it needs.</summary>
    internal sealed class Builder(QuerySyntax syntax, HighlightTerms.Builder terms)
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        /// <summary>All rules of the tree, none twice, those under a Not included.</summary>
        public List<HighlightRule> Rules { get; } = [];

        public Branch Of(QueryNode root) => Of(root, field: null) ?? new Fact(_ => true);

        /// <summary>Null for what asks for nothing.</summary>
        private Branch? Of(QueryNode node, string? field) => node switch
        {
            AllNode => new Fact(_ => true),
            AndNode and => Joined(and.Children, field, children => new All(children)),
            OrNode or => Joined(or.Children, field, children => new Any(children)),
            NotNode not => Of(not.Child, field) is { } child ? new None(child) : null,
            FieldNode inner => Of(inner.Child, inner.Field),
            PeriodNode period => new Fact(document => IsInside(document.Period(period.Field), period)),
            NoValueNode => IsText(field) ? null : new Fact(document => HasNoValue(document, field!)),
            WordNode word when !IsText(field) => Values(field!, [word]),
            PhraseNode phrase when !IsText(field) => Values(field!, phrase.Words),
            WordNode word => Rule(field, QuerySlots.Of(word), slop: null, isBare: true),
            PhraseNode phrase => Rule(field, QuerySlots.Of(phrase), phrase.Slop, isBare: false),
            _ => throw new UnreachableException(node.GetType().Name),
        };

        private bool IsText(string? field) => field is null || !syntax.Fields.TryGetValue(field, out var role) || role == FieldRole.Text;

        private Branch? Joined(IReadOnlyList<QueryNode> nodes, string? field, Func<Branch[], Branch> join)
        {
            Branch[] children = [.. nodes.Select(node => Of(node, field)).OfType<Branch>()];
            return children.Length switch
            {
                0 => null,
                1 => children[0],
                _ => join(children),
            };
        }

        /// <summary>A bare word of one token is looked up in any inflection.</summary>
        private Found? Rule(string? field, IReadOnlyList<QuerySlot> slots, int? slop, bool isBare)
        {
            if (slots.Count == 0)
                return null;
            var isInflected = isBare && slots.Count == 1;
            var rule = new HighlightRule(field, [.. slots.Select(slot => terms.Number(slot, isInflected))], slots.Count > 1 ? slop : null);
            if (_numbers.TryAdd(rule.Key, Rules.Count))
                Rules.Add(rule);
            return new Found(_numbers[rule.Key]);
        }

        private Fact? Values(string field, IReadOnlyList<WordNode> words)
        {
            if (ValueTest(syntax.Fields[field], words) is not { } accepts)
                return null;
            return new Fact(document => document.Values(field)?.Any(accepts) ?? true);
        }

        private bool HasNoValue(DocumentTexts document, string field) =>
            syntax.Fields[field] == FieldRole.Period ? document.Period(field) is null : !(document.Values(field)?.Any() ?? false);

        private static Func<string, bool>? ValueTest(FieldRole role, IReadOnlyList<WordNode> words)
        {
            if (words is [RangeWord range])
            {
                var pattern = TermPattern.Range(range.From, range.IncludesFrom, range.To, range.IncludesTo);
                return value => pattern.Matches(value);
            }
            if (role == FieldRole.Code)
                return ValueWords.Equal(words);
            QuerySlot[] slots = [.. words.SelectMany(QuerySlots.Of)];
            return slots.Length == 0 ? null : value => ValueWords.Contain(slots)(value); // none is shared: a highlighter serves all threads
        }

        private static bool IsInside((DateOnly First, DateOnly Last)? period, PeriodNode bounds) => period is (var first, var last)
            && (bounds.From is null || first >= PeriodBound.FirstDay(bounds.From))
            && (bounds.To is null || last <= PeriodBound.LastDay(bounds.To));
    }

    private sealed class Found(int rule) : Branch
    {
        public override bool Holds(bool[] met, DocumentTexts document, List<int> shown)
        {
            if (met[rule])
                shown.Add(rule);
            return met[rule];
        }
    }

    private sealed class Fact(Func<DocumentTexts, bool> test) : Branch
    {
        public override bool Holds(bool[] met, DocumentTexts document, List<int> shown) => test(document);
    }

    private sealed class All(Branch[] children) : Branch
    {
        public override bool Holds(bool[] met, DocumentTexts document, List<int> shown)
        {
            var before = shown.Count;
            if (Array.TrueForAll(children, child => child.Holds(met, document, shown)))
                return true;
            shown.RemoveRange(before, shown.Count - before);
            return false;
        }
    }

    private sealed class Any(Branch[] children) : Branch
    {
        public override bool Holds(bool[] met, DocumentTexts document, List<int> shown)
        {
            var any = false;
            foreach (var child in children)
                any |= child.Holds(met, document, shown);
            return any;
        }
    }

    private sealed class None(Branch child) : Branch
    {
        public override bool Holds(bool[] met, DocumentTexts document, List<int> shown)
        {
            var before = shown.Count;
            var holds = child.Holds(met, document, shown);
            shown.RemoveRange(before, shown.Count - before);
            return !holds;
        }
    }
}
