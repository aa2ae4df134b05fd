using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Search;

/// <summary>The words behind <c>outlet:</c> or <c>lang:</c> -> which values they mean.</summary>
internal static class ValueWords
{
    /// <summary>Values in which the words stand one behind the other, folded.</summary>
    public static Func<string, bool> Contain(IReadOnlyList<WordNode> words)
    {
        TermMatcher[] matchers = [.. words.SelectMany(QueryWords.Matchers)];
        return value =>
        {
            var tokens = QueryWords.Tokens(value);
            for (var start = 0; start + matchers.Length <= tokens.Count && matchers.Length > 0; start++)
            {
                var i = 0;
                while (i < matchers.Length && Accepts(matchers[i], tokens[start + i].Term)) i++;
                if (i == matchers.Length) return true;
            }

            return false;
        };
    }

    /// <summary>The value that the words spell, whatever its case and accents.</summary>
    public static Func<string, bool> Equal(IReadOnlyList<WordNode> words)
    {
        var wanted = Folding.Fold(string.Join(' ', words.Select(word => word.Text)));
        return value => Folding.Fold(value) == wanted;
    }

    private static bool Accepts(TermMatcher matcher, string term) => matcher.Pattern?.Matches(term) ?? matcher.Term == term;
}
