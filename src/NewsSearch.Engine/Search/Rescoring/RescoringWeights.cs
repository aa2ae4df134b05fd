namespace NewsSearch.Engine.Search.Rescoring;

/// <summary>What the places of the words add to the scores of the best hits. Nothing is ever taken off, so that no hit behind them may overtake one.</summary>
/// <param name="Nearness">Weight of words that stand near each other, 0 or more.</param>
/// <param name="Earliness">Weight of words that stand at the beginning of a text, 0 or more.</param>
/// <param name="EarlyText">The text whose beginning counts.</param>
/// <param name="EarlyPositions">How long that beginning is, in words, above 0: a word counts the more the earlier it stands there first.</param>
public sealed record RescoringWeights(float Nearness, float Earliness, string EarlyText, int EarlyPositions)
{
    /// <summary>How many of the best hits are rescored: the first so many of the whole list, whatever page is asked for.</summary>
    public const int Window = 100;
}
