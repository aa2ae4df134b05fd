namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>A place of a phrase: what it accepts, and a name by which equal ones are known.</summary>
internal sealed record NaiveSlot(string Name, Func<string, bool> Accepts, bool IsPattern = true);

/// <summary>Phrases by trying every place.</summary>
internal static class NaivePhrase
{
    /// <summary>In how many places of a text the slots stand: adjacent and in order, or (with a slop) in windows that do not overlap,
    /// counted from the left, each with at most that many places more than slots. A slot asked for twice needs two places.</summary>
    public static int Count(IReadOnlyList<NaiveToken> tokens, IReadOnlyList<NaiveSlot> slots, int? slop)
    {
        var terms = tokens.ToDictionary(token => token.Position, token => token.Term);
        if (slop is null) return terms.Keys.Count(start => Enumerable.Range(0, slots.Count).All(i => terms.TryGetValue(start + i, out var term) && slots[i].Accepts(term)));
        int count = 0, free = 0;
        foreach (var end in terms.Keys.Order())
        {
            var start = Math.Max(free, end + 1 - slots.Count - slop.Value);
            var window = terms.Where(term => term.Key >= start && term.Key <= end).Select(term => term.Value).ToList();
            if (!slots.GroupBy(slot => slot.Name).All(same => window.Count(same.First().Accepts) >= same.Count())) continue;
            count++;
            free = end + 1;
        }

        return count;
    }

    public static bool Occurs(IReadOnlyList<string> terms, IReadOnlyList<NaiveSlot> slots) =>
        slots.Count > 0 && Enumerable.Range(0, terms.Count).Any(start => start + slots.Count <= terms.Count && Enumerable.Range(0, slots.Count).All(i => slots[i].Accepts(terms[start + i])));
}
