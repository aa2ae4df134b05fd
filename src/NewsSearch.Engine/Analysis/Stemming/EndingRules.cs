namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>What is done where the word ends so; true where that is the end of the step.</summary>
internal delegate bool EndingRule(ref StemmedWord word, string ending);

/// <summary>Endings -> the rule of each. Of those that a word ends in, the longest counts, whatever comes of its rule.</summary>
/// <remarks>
/// Behind a bar stand endings without their accents, which count in folded words alone: people type elevacion and mean elevación.
/// Those are listed that few words have by nature (of Snowball's vocabularies, one for eight that lost an accent), and so not -ia for -ía.
/// </remarks>
internal sealed class EndingRules
{
    private readonly (string Ending, bool OfFolded, EndingRule Rule)[] _longestFirst;

    /// <param name="groups">Endings, separated by blanks, and the rule they share.</param>
    public EndingRules(params (string Endings, EndingRule Rule)[] groups) =>
        _longestFirst = [.. groups.SelectMany(Split).OrderByDescending(pair => pair.Ending.Length)];

    /// <summary>False where there is no such ending in the region that begins at <paramref name="from"/>.</summary>
    public bool Apply(ref StemmedWord word, int from = 0)
    {
        foreach (var (ending, ofFolded, rule) in _longestFirst)
        {
            if (word.Ends(ending, from) && (word.IsFolded || !ofFolded))
                return rule(ref word, ending);
        }
        return false;
    }

    private static IEnumerable<(string Ending, bool OfFolded, EndingRule Rule)> Split((string Endings, EndingRule Rule) group) =>
        group.Endings.Split(" | ").SelectMany((part, index) => part.Split(' ').Select(ending => (ending, index == 1, group.Rule)));
}
