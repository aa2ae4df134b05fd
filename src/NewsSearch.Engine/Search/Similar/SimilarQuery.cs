namespace NewsSearch.Engine.Search.Similar;

/// <summary>A text to find the like of, and how much an occurrence of a word in it counts.</summary>
public sealed record WeightedText(string Text, float Weight);

/// <summary>What documents shall be like: texts, of which the words that tell them from others are looked for.</summary>
/// <param name="Binding">Where words are looked up; words without a field must have a list of stems.</param>
/// <param name="Texts">The texts, of one language.</param>
/// <param name="Language">Their language, empty where unknown.</param>
public sealed record SimilarQuery(QueryBinding Binding, IReadOnlyList<WeightedText> Texts, string Language)
{
    /// <summary>The document whose texts these are, which is not returned; -1 for none.</summary>
    public int Without { get; init; } = -1;

    /// <summary>Most documents to return.</summary>
    /// <value>Default: 5.</value>
    public int Count { get; init; } = 5;

    /// <summary>Most words to look for.</summary>
    /// <value>Default: 40; taste.</value>
    public int MaxWords { get; init; } = 40;
}

/// <summary>A document like the texts of a <see cref="SimilarQuery"/>.</summary>
/// <param name="Doc">Its number.</param>
/// <param name="Score">Sum over the shared words.</param>
/// <param name="SharedWords">As they stand in the texts asked with, those that count most first.</param>
public sealed record SimilarDocument(int Doc, float Score, IReadOnlyList<string> SharedWords);
