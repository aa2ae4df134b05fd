namespace NewsSearch.Engine.Search.Rescoring;

/// <summary>A bare word of the query as rescoring looks for it: as typed, not stemmed.</summary>
/// <param name="Term">In the exact lists.</param>
/// <param name="Idf">What it weighs in the score.</param>
/// <param name="PlainIdf">The same without <see cref="Scoring.IdfPower"/>.</param>
internal sealed record RescoredWord(byte[] Term, float Idf, float PlainIdf);
