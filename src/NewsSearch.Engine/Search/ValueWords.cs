using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Search;

/// <summary>The words behind <c>outlet:</c> or <c>lang:</c> -> which values they mean.</summary>
internal static class ValueWords
{
    /// <summary>Values in which the words stand one behind the other, folded. slots: at least one.</summary>
    public static Func<string, bool> Contain(IReadOnlyList<QuerySlot> slots)
    {
        // "PatriotWise.com" is one word of a text, but who looks for an outlet knows it as PatriotWise.
        return value => Contains(Terms(value)) || (value.Contains('.', StringComparison.Ordinal) && Contains(Terms(value.Replace('.', ' '))));

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

    private static List<string> Terms(string value)
    {
        var terms = new List<string>();
        var tokenizer = new Tokenizer();
        tokenizer.Reset(value.AsMemory());
        while (tokenizer.Next()) terms.Add(tokenizer.Term.ToString());
        return terms;
    }
}
