using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Packing;
using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Postings;

/// <summary>What no posting of a block weighs beyond in one source: the largest frequency / (1 - b + b · length / average length).</summary>
/// <remarks>
/// Rounded up to 16 bits. The average is that of the segment as written; under another one, that of a whole index, weights grow by at most
/// the ratio of the two where it is above 1. Source: Ding and Suel, "Faster top-k document retrieval using block-max indexes" (2011).
/// </remarks>
internal sealed class BlockBound
{
    /// <summary>Strength of the length normalisation that bounds are made for.</summary>
    public const float B = 0.75f;

    private readonly byte[] _lengthCodes;
    private readonly float[] _weights = new float[LengthCode.Count];

    /// <param name="lengthCodes">By document.</param>
    public BlockBound(byte[] lengthCodes)
    {
        _lengthCodes = lengthCodes;
        var average = LengthCode.AverageOf(lengthCodes);
        ScoreKernels.Normalise(LengthCode.Lengths, weight: 1, average, B, k1: 1, _weights);
    }

    public ushort Of(ReadOnlySpan<uint> docs, ReadOnlySpan<uint> frequencies)
    {
        var most = 0f;
        for (var i = 0; i < docs.Length; i++) most = Math.Max(most, frequencies[i] * _weights[_lengthCodes[docs[i]]]);
        return RoundedUp.Encode(most);
    }
}
