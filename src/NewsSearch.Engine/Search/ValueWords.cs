using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Search;

/// <summary>The words behind <c>outlet:</c> or <c>lang:</c> -> which values they mean.</summary>
internal static class ValueWords
{
    /// <summary>Values in which the words stand one behind the other, folded; for one thread. slots: at least one.</summary>
    public static Func<string, bool> Contain(IReadOnlyList<QuerySlot> slots)
    {
        var tokenizer = new Tokenizer();
        return value => Readings(value, tokenizer).Any(Contains);

        bool Contains(List<string> terms)
        {
            for (var start = 0; start + slots.Count <= terms.Count; start++)
            {
                var i = 0;
                while (i < slots.Count && (slots[i].Pattern?.Matches(terms[start + i]) ?? slots[i].Term == terms[start + i])) i++;
                if (i == slots.Count) return true;
            }

            return false;
        }
    }

    /// <summary>The value that the words spell, whatever its case and accents.</summary>
    public static Func<string, bool> Equal(IReadOnlyList<WordNode> words)
    {
        var wanted = Folding.Fold(string.Join(' ', words.Select(word => word.Text)));
        return value => Folding.Fold(value) == wanted;
    }

    /// <summary>The terms of a value; where it has dots, also those with the dots as blanks.</summary>
    /// <remarks>"PatriotWise.com" is one word of a text, but who looks for an outlet knows it as PatriotWise.</remarks>
    public static IEnumerable<List<string>> Readings(string value, Tokenizer tokenizer)
    {
        yield return Terms(value, tokenizer);
        if (value.Contains('.', StringComparison.Ordinal)) yield return Terms(value.Replace('.', ' '), tokenizer);
    }

    private static List<string> Terms(string value, Tokenizer tokenizer)
    {
        List<string> terms = [];
        tokenizer.Reset(value.AsMemory());
        while (tokenizer.Next()) terms.Add(tokenizer.Term.ToString());
        return terms;
    }
}

/// <summary>Words -> the values of one field that contain them. One query long, one thread at a time.</summary>
/// <remarks>The first time every value is asked. Who asks again gets a list of the terms of all values, so that hundreds of names cost little more than two.</remarks>
internal sealed class ValueFinder(CancellationToken cancellation)
{
    private const int CheckEvery = 1024;

    private int _asked;
    private Dictionary<string, List<int>>? _byTerm;

    /// <summary>Ordinals of the values in which the words stand one behind the other. slots: at least one.</summary>
    public HashSet<int> Find(GlobalValues values, IReadOnlyList<QuerySlot> slots)
    {
        if (_asked++ == 0) return values.Where(ValueWords.Contain(slots), cancellation);
        _byTerm ??= ByTerm(values);
        var words = slots.Where(slot => slot.Pattern is null).Select(slot => _byTerm.GetValueOrDefault(slot.Term) ?? []).ToList();
        IReadOnlyCollection<int> candidates = words.Count > 0 ? words.MinBy(ordinals => ordinals.Count)! : Accepted(slots[0].Pattern!);
        return slots.Count == 1 ? [.. candidates] : values.Where(candidates, ValueWords.Contain(slots), cancellation);
    }

    private HashSet<int> Accepted(TermPattern pattern)
    {
        var found = new HashSet<int>();
        var asked = 0;
        foreach (var (term, ordinals) in _byTerm!)
        {
            if (asked++ % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            if (pattern.Matches(term)) found.UnionWith(ordinals);
        }

        return found;
    }

    /// <summary>Term -> ordinals of the values that have it under any of their names, increasing.</summary>
    private Dictionary<string, List<int>> ByTerm(GlobalValues values)
    {
        var tokenizer = new Tokenizer();
        var byTerm = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var count = values.Count;
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            if (ordinal % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            foreach (var term in values.NamesOf(values.Shown(ordinal)).SelectMany(name => ValueWords.Readings(name, tokenizer)).SelectMany(terms => terms))
            {
                if (!byTerm.TryGetValue(term, out var ordinals)) byTerm[term] = ordinals = [];
                if (ordinals.Count == 0 || ordinals[^1] != ordinal) ordinals.Add(ordinal);
            }
        }

        return byTerm;
    }
}
