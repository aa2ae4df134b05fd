using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Tests.Bits.Packing;

public sealed class BitPackingTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(0, 33)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Both_ways_of_packing_agree_and_both_of_unpacking_give_back_what_was_packed(int bits)
    {
        var random = new Random(bits);
        for (var round = 0; round < 20; round++)
        {
            var values = Values(random, bits, round);
            var packed = new byte[BitPacking.ByteLength(bits)];
            random.NextBytes(packed); // what stood there before does not matter

            BitPacking.PackScalar(values, bits, packed);
            Assert.Equal(packed, PackedByVector(values, bits));
            var (scalar, vector, chosen) = (Rubbish(), Rubbish(), Rubbish());
            BitPacking.UnpackScalar(packed, bits, scalar);
            BitPacking.UnpackVector(packed, bits, vector);
            BitPacking.Unpack(packed, bits, chosen);

            Assert.Equal(values, scalar);
            Assert.Equal(values, vector);
            Assert.Equal(values, chosen);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_width_is_the_least_that_holds_the_largest_value(int bits)
    {
        var values = new uint[BitPacking.BlockSize];
        if (bits > 0) values[77] = 1u << (bits - 1);

        Assert.Equal(bits, BitPacking.BitsFor(values));
    }

    private static byte[] PackedByVector(uint[] values, int bits)
    {
        var packed = new byte[BitPacking.ByteLength(bits)];
        packed.AsSpan().Fill(0xA5);
        BitPacking.PackVector(values, bits, packed);
        return packed;
    }

    private static uint[] Values(Random random, int bits, int round)
    {
        var most = bits == 0 ? 0 : uint.MaxValue >> (32 - bits);
        return [.. Enumerable.Range(0, BitPacking.BlockSize).Select(_ => round == 0 ? most : (uint)random.NextInt64(most + 1L))];
    }

    private static uint[] Rubbish() => [.. Enumerable.Repeat(0xDEADBEEF, BitPacking.BlockSize)];
}
