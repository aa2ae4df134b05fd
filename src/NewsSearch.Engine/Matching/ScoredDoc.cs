namespace NewsSearch.Engine.Matching;

/// <summary>A document of the snapshot and what it is ranked by: its score, or the value it is sorted by.</summary>
/// <param name="Doc">Number in the snapshot.</param>
/// <param name="Key">Higher is better.</param>
public readonly record struct ScoredDoc(int Doc, double Key);
