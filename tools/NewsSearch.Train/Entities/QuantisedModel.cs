using NewsSearch.Ingest.Entities.Tagging;

namespace NewsSearch.Train.Entities;

/// <summary>What a model file holds of a linear model.</summary>
/// <param name="Keys">Keys of features, ascending.</param>
/// <param name="Weights">For each key, the weight of each tag.</param>
/// <param name="Transitions">The score of a tag after another.</param>
internal sealed record QuantisedModel(uint[] Keys, sbyte[] Weights, int[] Transitions)
{
    public LinearModel ToModel() => new(new WeightTable(Keys, Weights), Transitions);
}
