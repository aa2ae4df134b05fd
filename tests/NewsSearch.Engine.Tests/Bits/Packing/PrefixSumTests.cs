using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Tests.Bits.Packing;

public sealed class PrefixSumTests
{
    [Fact]
    public void Vector_and_scalar_agree_for_every_width_that_is_allowed()
    {
        var random = new Random(7);
        for (var bits = 0; bits <= PrefixSum.MaxFastBits; bits++)
        {
            foreach (var last in (ReadOnlySpan<uint>)[uint.MaxValue, 0, 127, (1u << 30) - 1])
            {
                uint[] gaps = [.. Enumerable.Range(0, BitPacking.BlockSize).Select(_ => (uint)random.Next(1 << bits))];
                uint[] plain = [.. gaps], vector = [.. gaps];

                PrefixSum.ApplyScalar(plain, last);
                PrefixSum.ApplyVector(vector, last);

                Assert.Equal(plain, vector);
                Assert.Equal(last + gaps[0] + 1, plain[0]);
                Assert.True(plain.Zip(plain.Skip(1)).All(pair => pair.First < pair.Second));
            }
        }
    }
}
