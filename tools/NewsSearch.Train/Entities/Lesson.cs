using NewsSearch.Ingest.Entities.Tagging.Features;

namespace NewsSearch.Train.Entities;

/// <summary>A text to learn from.</summary>
/// <param name="Text">The text, prepared.</param>
/// <param name="Gold">The right tag of each token, or <see cref="Examples.Unknown"/>.</param>
/// <param name="Times">How often it counts.</param>
internal sealed record Lesson(PreparedText Text, byte[] Gold, int Times);
