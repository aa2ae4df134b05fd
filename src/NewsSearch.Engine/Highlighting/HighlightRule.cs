using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Highlighting;

/// <summary>One thing to mark: slots that must stand one behind the other, or near each other if there is a slop.</summary>
/// <param name="Field">The field whose text it is looked up in; null for every text.</param>
/// <param name="Slots">At least one; numbers of a <see cref="HighlightTerms"/>.</param>
/// <param name="Slop">As in <see cref="PhraseNode"/>.</param>
internal sealed record HighlightRule(string? Field, IReadOnlyList<int> Slots, int? Slop)
{
    /// <summary>All rules of a query, none twice: nothing that stands under a Not, and no periods.</summary>
    public static List<HighlightRule> Of(QueryNode query, HighlightTerms.Builder terms)
    {
        List<HighlightRule> rules = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        Add(query, field: null);
        return rules;

        void Add(QueryNode node, string? field)
        {
            switch (node)
            {
                case AndNode and:
                    AddAll(and.Children, field);
                    break;
                case OrNode or:
                    AddAll(or.Children, field);
                    break;
                case FieldNode inner:
                    Add(inner.Child, inner.Field);
                    break;
                case PhraseNode phrase:
                    AddRule(field, QuerySlots.Of(phrase), phrase.Slop, isInflected: false);
                    break;
                case WordNode word:
                    var slots = QuerySlots.Of(word);
                    AddRule(field, slots, slop: null, isInflected: slots.Count == 1);
                    break;
            }
        }

        void AddAll(IReadOnlyList<QueryNode> nodes, string? field)
        {
            foreach (var node in nodes)
                Add(node, field);
        }

        void AddRule(string? field, IReadOnlyList<QuerySlot> slots, int? slop, bool isInflected)
        {
            var rule = new HighlightRule(field, [.. slots.Select(slot => terms.Number(slot, isInflected))], slots.Count > 1 ? slop : null);
            if (slots.Count > 0 && known.Add($"{rule.Field}:{string.Join(' ', rule.Slots)}~{rule.Slop}"))
                rules.Add(rule);
        }
    }
}
