namespace NewsSearch.Engine.Search;

/// <summary>What a part of a score comes from.</summary>
public enum ScorePartKind
{
    /// <summary>A word, in any inflection where it was typed bare.</summary>
    Word,

    /// <summary>Words that stand side by side or near each other, as the query asks.</summary>
    Phrase,

    /// <summary>Words that a pattern accepts.</summary>
    Pattern,

    /// <summary>That the words stand near each other.</summary>
    Nearness,

    /// <summary>That the words stand at the beginning of the text.</summary>
    Earliness,

    /// <summary>That a short passage of the text has many of the words.</summary>
    Passage,
}

/// <summary>How often something is found in a text of a document.</summary>
/// <param name="Field">The text's name.</param>
/// <param name="Frequency">How often, 1 or more.</param>
public sealed record FieldFrequency(string Field, int Frequency);

/// <summary>A part of the score of a hit.</summary>
/// <param name="Kind">What it comes from.</param>
/// <param name="Text">The words, as the query has them; empty where it comes from all of them.</param>
/// <param name="Fields">Where and how often they are found; empty where nothing is counted.</param>
/// <param name="DocumentFrequency">How many documents have them; 0 where that does not matter.</param>
/// <param name="Score">The part.</param>
public sealed record ScorePart(ScorePartKind Kind, string Text, IReadOnlyList<FieldFrequency> Fields, long DocumentFrequency, double Score);
