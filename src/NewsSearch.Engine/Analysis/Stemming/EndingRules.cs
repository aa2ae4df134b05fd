namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>What is done where the word ends so; true where that is the end of the step.</summary>
internal delegate bool EndingRule(ref StemmedWord word, string ending);

/// <summary>Endings -> the rule of each. Of those that a word ends in, the longest counts, whatever comes of its rule.</summary>
internal sealed class EndingRules
{
    private readonly (string Ending, EndingRule Rule)[] _longestFirst;

    /// <param name="groups">Endings, separated by blanks, and the rule they share.</param>
    public EndingRules(params (string Endings, EndingRule Rule)[] groups) =>
        _longestFirst = [.. groups.SelectMany(group => group.Endings.Split(' ').Select(ending => (ending, group.Rule))).OrderByDescending(pair => pair.ending.Length)];

    /// <summary>False where there is no such ending in the region that begins at <paramref name="from"/>.</summary>
    public bool Apply(ref StemmedWord word, int from = 0)
    {
        foreach (var (ending, rule) in _longestFirst)
        {
            if (word.Ends(ending, from))
                return rule(ref word, ending);
        }
        return false;
    }
}
