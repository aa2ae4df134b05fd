using NewsSearch.Engine.Search.Rescoring;

namespace NewsSearch.Engine.Search;

/// <summary>How hits are scored. What is given without anything is plain BM25 as Lucene 8 has it.</summary>
public sealed record Scoring
{
    /// <summary>Plain BM25: k1 1.2, words by their idf alone, no rescoring.</summary>
    public static Scoring Plain { get; } = new();

    /// <summary>How late the frequency of a word saturates (k1 of BM25), above 0.</summary>
    public float Saturation { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Saturation)); } = 1.2f;

    /// <summary>The weight of a word is its idf times its mean frequency in the documents that have it to this power, 0 or more: what a text is
    /// about it says again and again, a figure of speech once.</summary>
    /// <remarks>Source: Kwok, "A new method of weighting query terms for ad-hoc retrieval" (1996), who weighs by the mean frequency, too.</remarks>
    public float RepetitionPower { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(RepetitionPower)); }

    /// <summary>What reorders the best hits of a query of several words; null for nothing.</summary>
    public RescoringWeights? Rescoring { get; init; }
}
