using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Search;

/// <summary>The words behind <c>outlet:</c> or <c>lang:</c> -> which values they mean.</summary>
internal static class ValueWords
{
    /// <summary>Values in which the words stand one behind the other, folded. slots: at least one.</summary>
    public static Func<string, bool> Contain(IReadOnlyList<QuerySlot> slots, ValueTerms values)
    {
        // "PatriotWise.com" is one word of a text, but who looks for an outlet knows it as PatriotWise.
        return value => Contains(values.Of(value)) || (value.Contains('.', StringComparison.Ordinal) && Contains(values.Of(value.Replace('.', ' '))));

        bool Contains(string[] terms)
        {
            for (var start = 0; start + slots.Count <= terms.Length; start++)
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
}

/// <summary>Value of a keyword field -> its terms. A query that asks for values more than once keeps them between.</summary>
internal sealed class ValueTerms
{
    /// <summary>Values kept: some 30 MB. Taste.</summary>
    private const int MostKept = 200_000;

    private readonly Tokenizer _tokenizer = new();
    private Dictionary<string, string[]>? _kept;

    public void Keep() => _kept ??= new(StringComparer.Ordinal);

    public string[] Of(string value)
    {
        if (_kept?.TryGetValue(value, out var known) == true) return known;
        List<string> terms = [];
        _tokenizer.Reset(value.AsMemory());
        while (_tokenizer.Next()) terms.Add(_tokenizer.Term.ToString());
        string[] made = [.. terms];
        if (_kept?.Count < MostKept) _kept[value] = made;
        return made;
    }
}
