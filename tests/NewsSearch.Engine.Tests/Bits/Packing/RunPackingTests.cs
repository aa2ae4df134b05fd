using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Tests.Bits.Packing;

public sealed class RunPackingTests
{
    [Fact]
    public void Numbers_of_every_width_come_back_from_runs_of_every_length()
    {
        var random = new Random(9);
        for (var bits = 0; bits <= 32; bits++)
        {
            for (var count = 0; count < 130; count++)
            {
                uint[] values = [.. Enumerable.Range(0, count).Select(_ => (uint)(random.NextInt64(1L << 32) & ((1L << bits) - 1)))];
                var packed = new byte[RunPacking.ByteLength(count, bits)];
                RunPacking.Pack(values, bits, packed);

                Assert.Equal(values, Unpacked(packed));
                Assert.Equal(values, Unpacked([.. packed, 255, 255, 255, 255, 255, 255, 255, 255, 255])); // what lies behind makes no difference

                uint[] Unpacked(byte[] bytes)
                {
                    var back = new uint[count];
                    RunPacking.Unpack(bytes, bits, back);
                    return back;
                }
            }
        }
    }

    [Fact]
    public void A_run_lies_low_bits_first()
    {
        var packed = new byte[RunPacking.ByteLength(3, 5)];

        RunPacking.Pack([0b10001, 0b11111, 0b00010], 5, packed);

        Assert.Equal([0b111_10001, 0b0_00010_11], packed);
    }
}
