using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Packing;
using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Tests.Bits.Sets;

public sealed class ScoreKernelsTests
{
    private readonly Random _random = new(11);

    [Fact]
    public void Vectors_agree_with_the_plain_steps_to_the_last_bit()
    {
        for (var round = 0; round < 200; round++)
        {
            uint[] frequencies = [.. Enumerable.Range(0, BitPacking.BlockSize).Select(_ => (uint)_random.Next(1, 300))];
            var (weights, plain) = (Numbers(), Numbers());
            float[] vector = [.. plain];
            var idf = 10 * _random.NextSingle();

            ScoreKernels.AddProductsScalar(frequencies, weights, plain);
            ScoreKernels.AddProductsVector(frequencies, weights, vector);
            Assert.Equal(plain, vector);
            ScoreKernels.SaturateScalar(plain, idf);
            ScoreKernels.SaturateVector(vector, idf);
            Assert.Equal(plain, vector);
            var bound = plain[_random.Next(plain.Length)];
            Assert.Equal(ScoreKernels.AboveScalar(plain, bound), ScoreKernels.AboveVector(vector, bound));
        }
    }

    [Fact]
    public void Lengths_are_normalised_alike_to_the_last_bit()
    {
        var (plain, vector) = (new float[LengthCode.Count], new float[LengthCode.Count]);
        for (var round = 0; round < 200; round++)
        {
            var (weight, average, b, k1) = (3 * _random.NextSingle(), 1000 * _random.NextSingle(), _random.NextSingle(), 0.1f + _random.NextSingle());

            ScoreKernels.NormaliseScalar(LengthCode.Lengths, weight, average, b, k1, plain);
            ScoreKernels.NormaliseVector(LengthCode.Lengths, weight, average, b, k1, vector);

            Assert.Equal(plain, vector);
        }
    }

    [Fact]
    public void Places_in_a_sorted_block_are_found_alike()
    {
        for (var round = 0; round < 200; round++)
        {
            var last = 0u;
            uint[] docs = [.. Enumerable.Range(0, BitPacking.BlockSize).Select(_ => last += (uint)_random.Next(1, 50))];
            foreach (var target in (uint[])[0, docs[0], docs[5] + 1, docs[64], docs[^1], docs[^1] + 1])
                Assert.Equal(SortedSearch.CountBelowScalar(docs, target), SortedSearch.CountBelowVector(docs, target));
        }
    }

    [Fact]
    public void A_number_in_sixteen_bits_is_never_smaller_and_hardly_larger()
    {
        foreach (var number in Numbers().Concat([0f, 1f, float.MaxValue, float.Epsilon, 1e-30f]))
        {
            var rounded = RoundedUp.Decode(RoundedUp.Encode(number));

            Assert.True(rounded >= number);
            if (number is > 1e-30f and < float.MaxValue) Assert.True(rounded <= number * (1 + (1 / 127f)));
        }

        Assert.Equal(float.PositiveInfinity, RoundedUp.Decode(ushort.MaxValue));
    }

    private float[] Numbers() => [.. Enumerable.Range(0, BitPacking.BlockSize).Select(_ => _random.NextSingle())];
}
