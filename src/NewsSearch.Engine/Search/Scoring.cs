using NewsSearch.Engine.Search.Rescoring;

namespace NewsSearch.Engine.Search;

/// <summary>How hits are scored. What is given without anything is plain BM25 as Lucene 8 has it.</summary>
public sealed record Scoring
{
    /// <summary>Plain BM25: k1 1.2, idf as it is, no rescoring.</summary>
    public static Scoring Plain { get; } = new();

    /// <summary>How late the frequency of a word saturates (k1 of BM25), above 0.</summary>
    public float Saturation { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Saturation)); } = 1.2f;

    /// <summary>The weight of a word is its idf to this power, above 0: above 1, words that many documents have count less beside rare ones.</summary>
    public float IdfPower { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(IdfPower)); } = 1f;

    /// <summary>What reorders the best hits of a query of several words; null for nothing.</summary>
    public RescoringWeights? Rescoring { get; init; }
}
