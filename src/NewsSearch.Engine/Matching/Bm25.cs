using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Matching;

/// <summary>BM25 over one or two source texts with a weight each (BM25F).</summary>
/// <remarks>
/// score = idf · tf / (k1 + tf), tf = Σ weight · frequency / (1 - b + b · length / averageLength), summed over the sources;
/// computed as idf - idf / (1 + tf / k1) with k1 in the table, step by step as Lucene 8 rounds it, so that ties fall alike.
/// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), equations 3.15 and 3.19;
/// without the factor (k1 + 1), which changes no order, and idf = ln(1 + (N - n + 0.5) / (n + 0.5)), both as in Lucene 8.
/// With one source of weight 1 this is plain BM25.
/// </remarks>
internal sealed class Bm25
{
    /// <summary>Saturation of the frequency. The common default of the field.</summary>
    public const float K1 = 1.2f;

    /// <summary>Strength of the length normalisation. The common default of the field.</summary>
    public const float B = BlockBound.B;

    // More than all roundings on the way from a posting to its bound.
    private const float RoundingRoom = 1.00001f;

    private readonly float _idf;
    private readonly float _k1;
    private readonly IReadOnlyList<(float Weight, float AverageLength)> _sources;
    private readonly float[][] _perOccurrence;

    /// <param name="idf">Of the word, or summed over the words of a phrase.</param>
    /// <param name="sources">Weight and average length in tokens of each source.</param>
    /// <param name="k1">Saturation of the frequency.</param>
    public Bm25(float idf, IReadOnlyList<(float Weight, float AverageLength)> sources, float k1 = K1)
    {
        (_idf, _sources, _k1) = (idf, sources, k1);
        _perOccurrence = [.. sources.Select(source => Table(source.Weight, source.AverageLength))];
    }

    public static float Idf(long documentFrequency, long documentCount) =>
        (float)Math.Log(1 + ((documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>What the frequencies of a source add to tf / k1 in a document of this length.</summary>
    public float Weigh(int source, int frequency, byte lengthCode) => frequency * _perOccurrence[source][lengthCode];

    /// <summary>The score for the sum of what was weighed.</summary>
    public float Score(float weighed) => _idf - (_idf / (1f + weighed));

    /// <summary>Scores a block at once, as <see cref="Score(float)"/> does one.</summary>
    /// <param name="block">Of a list with as many sources.</param>
    /// <param name="lengths">Length codes of each source, by document.</param>
    /// <param name="weights">Room for 128.</param>
    /// <param name="scores">Gets one for each posting.</param>
    public void Score(PostingsBlock block, byte[][] lengths, Span<float> weights, Span<float> scores)
    {
        scores.Clear();
        for (var source = 0; source < lengths.Length; source++)
        {
            ScoreKernels.LookUp(block.Docs, lengths[source], _perOccurrence[source], weights);
            ScoreKernels.AddProducts(block.Frequencies(source), weights, scores);
        }

        ScoreKernels.Saturate(scores, _idf);
    }

    /// <summary>Adds the scores of hits whose frequencies are counted.</summary>
    /// <param name="hits">The hits.</param>
    /// <param name="lengths">Length codes of each source, by document.</param>
    public void AddScores(HitSums hits, byte[][] lengths) => hits.AddScores(_idf, _perOccurrence, lengths);

    /// <summary>What a <see cref="BlockBound"/> must be multiplied with to bound what is weighed in a segment of this average length.</summary>
    public float BoundScale(int source, float segmentAverage) =>
        RoundingRoom * _sources[source].Weight / _k1 * Math.Max(1, _sources[source].AverageLength / segmentAverage);

    private float[] Table(float weight, float averageLength)
    {
        var table = new float[LengthCode.Count];
        ScoreKernels.Normalise(LengthCode.Lengths, weight, averageLength, B, _k1, table);
        return table;
    }
}
