namespace NewsSearch.Engine.Search.Rescoring;

/// <summary>What the places of the words add to the scores of the best hits. Nothing is ever taken off, so that no hit behind them may overtake one.</summary>
/// <param name="Nearness">Weight of words that stand near each other, 0 or more.</param>
/// <param name="Earliness">Weight of words that stand at the beginning of a text, 0 or more.</param>
/// <param name="Passage">Weight of the passage that has most of the words, 0 or more.</param>
/// <param name="Text">The text whose beginning and passages count.</param>
/// <param name="EarlyPositions">After so many words, above 0, a word counts half of what it does at the very beginning.</param>
/// <param name="PassageLength">How long a passage is, in words, above 0.</param>
public sealed record RescoringWeights(float Nearness, float Earliness, float Passage, string Text, int EarlyPositions, int PassageLength)
{
    /// <summary>How many of the best hits are rescored: the first so many of the whole list, whatever page is asked for.</summary>
    public const int Window = 100;
}
