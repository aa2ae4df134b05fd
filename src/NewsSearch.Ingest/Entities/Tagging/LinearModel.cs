namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>A linear model: features of a token -> scores of its tags, and what one tag adds after another.</summary>
/// <param name="Weights">The weights of features.</param>
/// <param name="Transitions">The score of a tag after another, <see cref="TagSet.Count"/> squared, in the units of the weights.</param>
internal sealed record LinearModel(WeightTable Weights, int[] Transitions);
