using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Search;

/// <summary>A token of a query word: the word and its folded form.</summary>
internal sealed record QueryToken(string Word, string Term);

/// <summary>The words of a query tree -> tokens and term matchers, by the same analysis as the texts.</summary>
internal static class QueryWords
{
    public static List<QueryToken> Tokens(string text)
    {
        var tokens = new List<QueryToken>();
        var tokenizer = new Tokenizer();
        tokenizer.Reset(text.AsMemory());
        while (tokenizer.Next()) tokens.Add(new QueryToken(tokenizer.Word.ToString(), tokenizer.Term.ToString()));
        return tokens;
    }

    /// <summary>What stands, one behind the other, for a word inside a phrase; nothing where it holds no letter or digit.</summary>
    public static IEnumerable<TermMatcher> Matchers(WordNode word) => word switch
    {
        WildcardWord wildcard => [new TermMatcher(null, TermPattern.Wildcard(FoldPieces(wildcard.Text)))],
        FuzzyWord fuzzy => Tokens(fuzzy.Text).Select(token => new TermMatcher(null, TermPattern.Fuzzy(token.Term, fuzzy.Distance))),
        _ => Tokens(word.Text).Select(token => new TermMatcher(token.Term, null)),
    };

    /// <summary>Folds what stands between the wildcards and keeps them.</summary>
    private static string FoldPieces(string pattern)
    {
        var folded = new System.Text.StringBuilder();
        var start = 0;
        for (var i = 0; i <= pattern.Length; i++)
        {
            if (i < pattern.Length && pattern[i] is not ('*' or '?')) continue;
            folded.Append(Folding.Fold(pattern[start..i]));
            if (i < pattern.Length) folded.Append(pattern[i]);
            start = i + 1;
        }

        return folded.ToString();
    }
}
