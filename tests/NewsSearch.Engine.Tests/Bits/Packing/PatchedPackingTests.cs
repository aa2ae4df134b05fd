using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Tests.Bits.Packing;

public sealed class PatchedPackingTests
{
    [Fact]
    public void Numbers_come_back_whatever_their_widths()
    {
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            var (common, rare, odds) = (random.Next(0, 31), random.Next(0, 32), random.Next(1, 60));
            uint[] values = [.. Enumerable.Range(0, BitPacking.BlockSize).Select(_ => (uint)random.NextInt64(1L << (random.Next(odds) == 0 ? rare : common)))];
            var buffer = new ByteBuffer();
            var unpacked = new uint[BitPacking.BlockSize];

            PatchedPacking.Pack(values, buffer);
            var reader = new ByteReader(buffer.Written);
            PatchedPacking.Unpack(ref reader, unpacked);

            Assert.Equal(values, unpacked);
            for (var place = 0; place < values.Length; place += 7)
            {
                var one = new ByteReader(buffer.Written);
                Assert.Equal(values[place], PatchedPacking.UnpackOne(ref one, place));
                Assert.True(one.AtEnd);
            }
            Assert.True(reader.AtEnd);
            Assert.InRange(buffer.Length, 1, Math.Min(PatchedPacking.MaxByteLength, 1 + BitPacking.ByteLength(BitPacking.BitsFor(values))));
        }
    }

    [Fact]
    public void A_few_large_numbers_do_not_widen_the_others()
    {
        var values = new uint[BitPacking.BlockSize];
        (values[5], values[77]) = (1_000_000, 3);
        var buffer = new ByteBuffer();

        PatchedPacking.Pack(values, buffer);

        Assert.InRange(buffer.Length, 1, 25);
    }

    [Fact]
    public void A_patch_outside_the_block_is_refused()
    {
        byte[] bytes = [1 << 5, BitPacking.BlockSize, 1];

        Assert.Throws<EndOfStreamException>(() =>
        {
            var reader = new ByteReader(bytes);
            PatchedPacking.Unpack(ref reader, new uint[BitPacking.BlockSize]);
        });
    }
}
