namespace NewsSearch.Engine.Search.Rescoring;

/// <summary>A bare word of the query as rescoring looks for it: as typed, not stemmed.</summary>
/// <param name="Term">In the exact lists.</param>
/// <param name="Weight">The same as in the score.</param>
internal sealed record RescoredWord(byte[] Term, float Weight);
