using System.Text;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Tests.Bits;

public sealed class Crc32CTests
{
    // The check value of the catalogue of CRC algorithms, and two samples of RFC 3720, appendix B.4.
    [Fact]
    public void Published_samples_have_their_published_checksums()
    {
        Assert.Equal(0xE3069283u, Crc32C.Of(Encoding.ASCII.GetBytes("123456789")));
        Assert.Equal(0x8A9136AAu, Crc32C.Of(new byte[32]));
        Assert.Equal(0x46DD794Eu, Crc32C.Of([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        Assert.Equal(0u, Crc32C.Of([]));
    }

    [Fact]
    public void Eight_bytes_a_step_gives_what_one_bit_a_step_gives()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(100)];
            random.NextBytes(bytes);
            var start = (uint)random.NextInt64(1L << 32);

            Assert.Equal(Crc32C.AppendScalar(start, bytes), Crc32C.Append(start, bytes));
        }
    }

    [Fact]
    public void Bytes_may_be_appended_in_any_pieces()
    {
        var random = new Random(2);
        var bytes = new byte[1000];
        random.NextBytes(bytes);
        for (var round = 0; round < 100; round++)
        {
            var cut = random.Next(bytes.Length + 1);

            Assert.Equal(Crc32C.Of(bytes), Crc32C.Append(Crc32C.Of(bytes.AsSpan(0, cut)), bytes.AsSpan(cut)));
        }
    }
}
